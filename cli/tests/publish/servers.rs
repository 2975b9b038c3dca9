//! A published folder behind nginx and behind Caddy, with the settings that are published with it.
//!
//! The servers are those of Debian's packages, in the folder that `WEB_SERVERS` names: `cargo xtask test` sets it up.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::published::Published;

/// A server of the published folder; it ends with the test.
struct Served {
    published: Published,
    child: Child,
    address: SocketAddr,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a server answered.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Vec<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let named = lines.filter(|(other, _)| other.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value).collect()
    }
}

fn program(path: &str) -> PathBuf {
    let servers = env::var_os("WEB_SERVERS")
        .expect("WEB_SERVERS names no folder: run `cargo xtask test --only native`");
    PathBuf::from(servers).join(path)
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address")
}

/// Publishes, changes the settings of a server as they say it themselves, and starts it.
fn serve(settings: &str, begin: impl Fn(&Published, SocketAddr, String) -> Command) -> Served {
    let published = Published::new();
    let address = free_address();
    let base = format!("http://{address}/out/");
    let done = published.try_publish(&["north-korea.en.json"], &["--base-url", &base]);
    assert!(done.status.success(), "{done:?}");
    let settings = published.text(&format!("servers/{settings}"));
    let root = published.path("");
    let root = root.to_str().expect("text").trim_end_matches('/');
    let settings = settings.replace("/srv/www/troop-estimates", root);
    let mut command = begin(&published, address, settings);
    let child = command
        .stdin(Stdio::null())
        .spawn()
        .expect("the server starts");
    let mut served = Served {
        published,
        child,
        address,
    };
    let begin = Instant::now();
    while TcpStream::connect(address).is_err() {
        assert!(
            served.child.try_wait().expect("a state").is_none(),
            "the server has ended"
        );
        assert!(
            begin.elapsed() < Duration::from_secs(20),
            "the server does not listen"
        );
        thread::sleep(Duration::from_millis(20));
    }
    served
}

fn nginx() -> Served {
    serve("nginx.conf", |published, address, settings| {
        let settings = settings.replace("listen 8080;", &format!("listen {address};"));
        let module = program("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        let folder = published.path("nginx");
        fs::create_dir(&folder).expect("a folder");
        let file = folder.join("nginx.conf");
        let names = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary: String = names
            .iter()
            .map(|name| format!("{name}_temp_path {name};\n"))
            .collect();
        let whole = format!(
            "load_module {};\ndaemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\nevents {{}}\n\
             http {{\naccess_log off;\n{temporary}{settings}\n}}\n",
            module.display()
        );
        fs::write(&file, whole).expect("writes");
        let mut nginx = Command::new(program("usr/sbin/nginx"));
        nginx
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(&file)
            .args(["-e", "stderr"]);
        nginx
    })
}

fn caddy() -> Served {
    serve("Caddyfile", |published, address, settings| {
        let settings = settings.replace("\n:8080 {", &format!("\nhttp://{address} {{"));
        let file = published.path("Caddyfile");
        fs::write(&file, format!("{{\n\tadmin off\n}}\n{settings}")).expect("writes");
        let mut caddy = Command::new(program("usr/bin/caddy"));
        caddy
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(file);
        // Where it keeps what it knows: nowhere of the person's own.
        for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            caddy.env(variable, published.path("caddy"));
        }
        caddy.stderr(Stdio::null());
        caddy
    })
}

/// A body that was sent in chunks, each after its length in a line of its own.
fn whole(mut chunks: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let end = chunks
            .iter()
            .position(|byte| *byte == b'\r')
            .expect("a length");
        let length = std::str::from_utf8(&chunks[..end]).expect("text");
        let length = usize::from_str_radix(length, 16).expect("a length");
        let begin = end + 2;
        whole.extend(&chunks[begin..begin + length]);
        chunks = &chunks[begin + length + 2..];
        if length == 0 {
            return whole;
        }
    }
}

impl Served {
    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(self.address).expect("connects");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a limit");
        let mut request = format!(
            "GET /out/{path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            self.address
        );
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        stream
            .write_all(format!("{request}\r\n").as_bytes())
            .expect("sends");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("a head");
        let body = answer.split_off(end + 4);
        let head = String::from_utf8(answer).expect("text");
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let mut answer = Answer {
            status: status.expect("a status"),
            head,
            body,
        };
        if answer.header("Transfer-Encoding") == ["chunked"] {
            answer.body = whole(&answer.body);
        }
        answer
    }

    /// Asks for every file in each encoding, and looks at all that a page and its readers depend on.
    fn check(&self) {
        let files = self.published.files();
        let policy = format!(
            "default-src 'none'; script-src 'self' http://{0} 'wasm-unsafe-eval'; style-src 'self' http://{0} 'unsafe-inline';",
            self.address
        );
        let is_twin = |path: &str| path.ends_with(".br") || path.ends_with(".gz");
        let paths = files
            .keys()
            .filter(|path| !is_twin(path) && !path.starts_with('.'));
        let mut asked = 0;
        for path in paths.filter(|path| !path.starts_with('_') && !path.starts_with("servers/")) {
            asked += 1;
            for (encoding, twin) in [("", ""), ("gzip", ".gz"), ("br", ".br")] {
                let answer = self.get(path, &[("Accept-Encoding", encoding)]);
                assert_eq!(answer.status, 200, "{path}");
                let twin = files.get(&format!("{path}{twin}"));
                let expected = twin.unwrap_or(&files[path]);
                let (sent, expected_length) = (answer.body.len(), expected.len());
                assert!(
                    answer.body == *expected,
                    "{path} as {encoding:?}: {sent} bytes, expected {expected_length}: {}",
                    answer.head
                );
                let sent = answer.header("Content-Encoding");
                let is_compressed = twin.is_some() && !encoding.is_empty();
                assert_eq!(
                    sent,
                    if is_compressed {
                        vec![encoding]
                    } else {
                        vec![]
                    },
                    "{path}"
                );
                self.check_head(path, &answer, &policy);
            }
        }
        assert!(asked > 20);
        assert_eq!(self.get("there-is-none.html", &[]).status, 404);
        self.check_revalidation("north-korea.en.html");
    }

    fn check_head(&self, path: &str, answer: &Answer, policy: &str) {
        let types = [
            ("html", "text/html; charset=utf-8"),
            ("css", "text/css; charset=utf-8"),
            ("js", "text/javascript; charset=utf-8"),
            ("json", "application/json"),
            ("wasm", "application/wasm"),
            ("svg", "image/svg+xml"),
            ("png", "image/png"),
        ];
        let ending = path.rsplit('.').next().expect("an ending");
        let (_, expected) = types
            .iter()
            .find(|(other, _)| *other == ending)
            .expect("a known file");
        let sent = answer.header("Content-Type");
        assert!(
            sent.len() == 1 && sent[0].starts_with(expected),
            "{path}: {sent:?}"
        );
        let caching = if path.starts_with("assets/") {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=300"
        };
        assert_eq!(answer.header("Cache-Control"), [caching], "{path}");
        assert_eq!(
            answer.header("Access-Control-Allow-Origin"),
            ["*"],
            "{path}"
        );
        assert_eq!(
            answer.header("Cross-Origin-Resource-Policy"),
            ["cross-origin"],
            "{path}"
        );
        assert_eq!(
            answer.header("X-Content-Type-Options"),
            ["nosniff"],
            "{path}"
        );
        let sent = answer.header("Content-Security-Policy");
        assert!(
            sent.len() == 1 && sent[0].starts_with(policy),
            "{path}: {sent:?}"
        );
        let varies = answer.header("Vary").join(", ");
        assert!(
            varies.contains("Accept-Encoding"),
            "{path}: {}",
            answer.head
        );
    }

    /// Who has the file already is not sent it again.
    fn check_revalidation(&self, path: &str) {
        let first = self.get(path, &[]);
        let tag = first.header("ETag");
        assert_eq!(tag.len(), 1, "{}", first.head);
        let again = self.get(path, &[("If-None-Match", tag[0])]);
        assert_eq!((again.status, again.body.len()), (304, 0));
    }
}

#[test]
fn nginx_serves_a_published_folder() {
    nginx().check();
}

#[test]
fn caddy_serves_a_published_folder() {
    caddy().check();
}
