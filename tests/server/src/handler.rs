//! From a request to a response.

use std::{fs, io, net::TcpListener, path::Path, sync::Arc};

use http_body_util::{BodyExt, Limited};
use hyper::{
    Method, Response, StatusCode, body::Incoming, header, server::conn::http1, service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{sync::oneshot, task::LocalSet};

use crate::{
    Options, POLICY,
    answer::{Answer, Answers},
    content::{Body, Content, Delivery},
    files,
    latch::Holds,
    record::{Record, Report, ReportKind, Request},
};

/// Paths of the server itself: not part of the site, not in the record.
const OWN_PATHS: &str = "/__";
const VIOLATIONS: &str = "/__csp";
const CONSOLE: &str = "/__console";
const CONSOLE_SCRIPT: &str = "/__console.js";
/// A page with nothing in it, to leave another one by.
const BLANK: &str = "/__blank";

/// Longer reports are cut off by closing the connection; browsers send a few hundred bytes.
const MAX_REPORT_BYTES: usize = 64 * 1024;

/// What is served, and what happened to it.
#[derive(Debug)]
pub(crate) struct Site {
    options: Options,
    pub(crate) answers: Answers,
    pub(crate) holds: Holds,
    pub(crate) record: Record,
}

/// Serves `site` on `listener` until `stopped` fires or its sender is dropped.
pub(crate) async fn serve(
    listener: TcpListener,
    site: Arc<Site>,
    mut stopped: oneshot::Receiver<()>,
) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => listener,
        Err(error) => return eprintln!("the page server cannot listen: {error}"),
    };
    let connections = LocalSet::new();
    connections
        .run_until(async {
            loop {
                tokio::select! {
                    _ = &mut stopped => return,
                    Ok((stream, _)) = listener.accept() => {
                        let site = Arc::clone(&site);
                        tokio::task::spawn_local(connection(TokioIo::new(stream), site));
                    }
                }
            }
        })
        .await;
}

async fn connection(stream: TokioIo<tokio::net::TcpStream>, site: Arc<Site>) {
    let service = service_fn(move |request| {
        let site = Arc::clone(&site);
        async move { site.respond(request).await }
    });
    // A browser closes connections as it likes, also in the middle: that is no error of the server.
    let _ = http1::Builder::new()
        .serve_connection(stream, service)
        .await;
}

impl Site {
    pub(crate) fn new(options: Options) -> Self {
        Self {
            options,
            answers: Answers::default(),
            holds: Holds::default(),
            record: Record::default(),
        }
    }

    async fn respond(&self, request: hyper::Request<Incoming>) -> io::Result<Response<Body>> {
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        let host = request.headers().get(header::HOST);
        let host = host.and_then(|host| Some(host.to_str().ok()?.to_owned()));
        let content = if path.starts_with(OWN_PATHS) {
            self.own(&method, &path, request.into_body()).await
        } else {
            self.page(&method, &path).await
        };
        let policy = (!self.options.without_policy).then(|| self.policy(&path, host));
        content.response(policy, method != Method::HEAD)
    }

    /// The policy of what stands at a path of the site with this host.
    fn policy(&self, path: &str, host: Option<String>) -> String {
        let policy = match self.answers.get(path) {
            // This server is another origin under its other name.
            Some(Answer::Host(_)) => {
                let other = "'self' http://localhost:*";
                let policy = POLICY.replace("connect-src 'self'", &format!("connect-src {other}"));
                format!("{policy}; frame-src {other}")
            }
            Some(Answer::Promised { policy, .. }) => policy,
            Some(Answer::Sandboxed(_)) => {
                let site = format!("http://{}", host.unwrap_or_default());
                POLICY.replace("'self'", &site)
            }
            None if self.options.hosts.contains(&path) => format!("{POLICY}; frame-src 'self'"),
            _ => POLICY.to_owned(),
        };
        if self.options.report_violations {
            format!("{policy}; report-uri {VIOLATIONS}")
        } else {
            policy
        }
    }

    /// The site itself: a stand-in if there is one, else the file.
    async fn page(&self, method: &Method, path: &str) -> Content {
        self.record.add_request(Request {
            method: method.to_string(),
            path: path.to_owned(),
        });
        self.holds.pass(path).await;
        if method != Method::GET && method != Method::HEAD {
            return Content::empty(StatusCode::METHOD_NOT_ALLOWED);
        }
        let content = match self.answers.get(path) {
            Some(Answer::Status(status)) => Content::empty(status),
            Some(
                Answer::Body(body)
                | Answer::Host(body)
                | Answer::Sandboxed(body)
                | Answer::Promised { page: body, .. },
            ) => Content::new(files::content_type(path), body),
            Some(Answer::Unshared(body)) => Content {
                is_shared: false,
                ..Content::new(files::content_type(path), body)
            },
            Some(Answer::Redirect(address)) => Content {
                header: Some((header::LOCATION, address)),
                ..Content::empty(StatusCode::FOUND)
            },
            Some(Answer::Encoded(encoding, body)) => Content {
                header: Some((header::CONTENT_ENCODING, encoding.to_owned())),
                ..Content::new(files::content_type(path), body)
            },
            Some(Answer::Cut(body)) => Content {
                delivery: Delivery::Cut,
                ..Content::new(files::content_type(path), body)
            },
            Some(Answer::Trickle(body)) => Content {
                delivery: Delivery::Trickle,
                ..Content::new(files::content_type(path), body)
            },
            Some(Answer::HangUp) => Content {
                delivery: Delivery::None,
                ..Content::empty(StatusCode::OK)
            },
            Some(Answer::ContentType(content_type)) => Content {
                content_type,
                ..self.file(path)
            },
            None => self.file(path),
        };
        self.with_console_script(content)
    }

    fn file(&self, path: &str) -> Content {
        let file = self
            .options
            .root
            .as_deref()
            .and_then(|root| files::locate(root, path));
        match file.as_deref().map(read) {
            Some(Ok(body)) => Content::new(files::content_type(path), body),
            // Browsers ask for an icon whether the page has one or not; a 404 would be a message on
            // the console that the page did not cause.
            _ if path == "/favicon.ico" => Content::empty(StatusCode::NO_CONTENT),
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => {
                Content::text(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string())
            }
            _ => Content::text(StatusCode::NOT_FOUND, "There is no such file.\n"),
        }
    }

    /// The server's own paths: reports come in, the blank page and the console script go out.
    async fn own(&self, method: &Method, path: &str, body: Incoming) -> Content {
        let kind = match (method, path) {
            (&Method::POST, VIOLATIONS) => ReportKind::Violation,
            (&Method::POST, CONSOLE) => ReportKind::Console,
            (&Method::GET, BLANK) => {
                let blank = b"<!doctype html><title>blank</title>".to_vec();
                return Content::new(files::content_type(path), blank);
            }
            (&Method::GET, CONSOLE_SCRIPT) => {
                let script = include_bytes!("console.js").to_vec();
                return Content::new(files::content_type(path), script);
            }
            _ => return Content::empty(StatusCode::NOT_FOUND),
        };
        let Ok(body) = Limited::new(body, MAX_REPORT_BYTES).collect().await else {
            return Content::empty(StatusCode::PAYLOAD_TOO_LARGE);
        };
        self.record.add_report(Report {
            kind,
            text: String::from_utf8_lossy(&body.to_bytes()).into_owned(),
        });
        Content::empty(StatusCode::NO_CONTENT)
    }

    fn with_console_script(&self, mut content: Content) -> Content {
        if self.options.report_console && content.content_type.starts_with("text/html") {
            let at = after_head(&content.body);
            let script = format!("<script src=\"{CONSOLE_SCRIPT}\"></script>");
            content.body.splice(at..at, script.into_bytes());
        }
        content
    }
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file.is_dir() {
        return Err(io::ErrorKind::NotFound.into());
    }
    fs::read(file)
}

/// Where the page's own head begins: behind `<head>`, or `<html …>` where `<head>` is left out.
fn after_head(page: &[u8]) -> usize {
    let end_of = |tag: &[u8]| {
        let start = page
            .windows(tag.len())
            .position(|part| part.eq_ignore_ascii_case(tag))?;
        let length = page.iter().skip(start).position(|&byte| byte == b'>')?;
        Some(start + length + 1)
    };
    end_of(b"<head")
        .or_else(|| end_of(b"<html"))
        .or_else(|| end_of(b"<!doctype"))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_console_script_comes_first_in_the_head() {
        for (page, expected) in [
            ("<!doctype html><html lang=en><head><meta>", 35),
            ("<!doctype html><html lang=en><meta>", 29),
            ("<!DOCTYPE html><p>", 15),
            ("plain", 0),
        ] {
            assert_eq!(after_head(page.as_bytes()), expected, "{page}");
        }
    }
}
