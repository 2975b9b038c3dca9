//! The server over a real socket, spoken to in plain HTTP.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::mpsc,
    thread,
    time::Duration,
};

use page_server::{Answer, Options, POLICY, ReportKind, Server};

fn start(report_violations: bool) -> Server {
    Server::start(Options {
        report_violations,
        ..Options::default()
    })
    .unwrap()
}

/// Sends a request and gives the whole response as text.
fn ask(server: &Server, method: &str, path: &str, body: &str) -> String {
    let host = server.url("");
    let mut stream = TcpStream::connect(host.trim_start_matches("http://")).unwrap();
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

#[test]
fn every_response_carries_the_policy() {
    let server = start(false);
    server.answer("/", Answer::text("<p>Hello"));
    for path in ["/", "/missing"] {
        let response = ask(&server, "GET", path, "");
        assert!(response.contains(&format!("content-security-policy: {POLICY}\r\n")));
    }
}

#[test]
fn what_stands_in_a_sandboxed_frame_may_load_the_site() {
    let server = start(false);
    server.answer("/a.js", Answer::text("12345"));
    server.answer("/framed", Answer::sandboxed("<p>Hello"));
    assert!(ask(&server, "GET", "/a.js", "").contains("access-control-allow-origin: *"));
    let framed = ask(&server, "GET", "/framed", "");
    assert!(framed.contains("script-src http://test 'wasm-unsafe-eval'"));
    assert!(!framed.contains("'self'"));
}

#[test]
fn head_gives_the_length_without_the_body() {
    let server = start(false);
    server.answer("/a.js", Answer::text("12345"));
    let response = ask(&server, "HEAD", "/a.js", "");
    assert!(response.contains("content-length: 5\r\n"));
    assert!(response.ends_with("\r\n\r\n"));
}

#[test]
fn requests_are_recorded_but_not_the_servers_own() {
    let server = start(true);
    let _ = ask(&server, "GET", "/gone?x=1", "");
    let _ = ask(&server, "POST", "/__csp", "forbidden");
    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].path, "/gone");
    let reports = server.take_reports();
    assert_eq!(reports.len(), 1);
    assert_eq!(reports[0].kind, ReportKind::Violation);
    assert_eq!(reports[0].text, "forbidden");
    assert!(server.take_reports().is_empty());
}

#[test]
fn a_held_path_waits_while_others_are_answered() {
    let server = start(false);
    server.answer("/slow", Answer::text("slow"));
    server.answer("/fast", Answer::text("fast"));
    let hold = server.hold("/slow");
    let (done, slow) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| done.send(ask(&server, "GET", "/slow", "")).unwrap());
        assert!(ask(&server, "GET", "/fast", "").ends_with("fast"));
        assert!(slow.try_recv().is_err());
        hold.release();
        let response = slow.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(response.ends_with("slow"));
    });
}
