//! What goes out, and how.

use std::{io, time::Duration};

use http_body_util::{BodyExt, Full, StreamBody, combinators::UnsyncBoxBody};
use hyper::{
    Response, StatusCode,
    body::{Bytes, Frame},
    header::{self, HeaderName},
};
use tokio_stream::{self as stream, StreamExt};

/// A body as hyper sends it.
pub(crate) type Body = UnsyncBoxBody<Bytes, io::Error>;

/// A body with what the browser is told about it.
pub(crate) struct Content {
    pub(crate) status: StatusCode,
    pub(crate) content_type: &'static str,
    pub(crate) body: Vec<u8>,
    /// Whether pages of other origins may read it.
    pub(crate) is_shared: bool,
    /// One header more.
    pub(crate) header: Option<(HeaderName, String)>,
    pub(crate) delivery: Delivery,
}

/// How a body arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// At once.
    Whole,
    /// The first half, then the connection breaks.
    Cut,
    /// One byte a second.
    Trickle,
    /// Not at all: the connection breaks.
    None,
}

impl Content {
    pub(crate) fn new(content_type: &'static str, body: Vec<u8>) -> Self {
        Self {
            status: StatusCode::OK,
            content_type,
            body,
            is_shared: true,
            header: None,
            delivery: Delivery::Whole,
        }
    }

    pub(crate) fn empty(status: StatusCode) -> Self {
        Self::text(status, "")
    }

    pub(crate) fn text(status: StatusCode, text: &str) -> Self {
        Self {
            status,
            ..Self::new("text/plain; charset=utf-8", text.as_bytes().to_vec())
        }
    }

    /// The answer, under a policy where there is one, without a body where only its headers were asked for.
    ///
    /// # Errors
    /// Where the connection breaks instead.
    pub(crate) fn response(
        self,
        policy: Option<String>,
        is_asked_for: bool,
    ) -> io::Result<Response<Body>> {
        if self.delivery == Delivery::None {
            return Err(broken());
        }
        let mut response = Response::builder()
            .status(self.status)
            .header(header::CONTENT_TYPE, self.content_type)
            .header(header::CACHE_CONTROL, "no-cache")
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        if let Some(policy) = policy {
            response = response.header(header::CONTENT_SECURITY_POLICY, policy);
        }
        if self.is_shared {
            // A sandboxed frame has no origin, and asks for its own scripts as a stranger.
            response = response.header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        if let Some((name, value)) = self.header {
            response = response.header(name, value);
        }
        if self.status != StatusCode::NO_CONTENT {
            response = response.header(header::CONTENT_LENGTH, self.body.len());
        }
        let body = if is_asked_for { self.body } else { Vec::new() };
        let body = delivered(body, self.delivery);
        Ok(response.body(body).unwrap_or_default())
    }
}

fn delivered(body: Vec<u8>, delivery: Delivery) -> Body {
    match delivery {
        Delivery::Whole | Delivery::None => Full::from(body)
            .map_err(|never| match never {})
            .boxed_unsync(),
        Delivery::Cut => {
            let half = body[..body.len() / 2].to_vec();
            let parts = stream::iter([Ok(Frame::data(Bytes::from(half))), Err(broken())]);
            StreamBody::new(parts).boxed_unsync()
        }
        Delivery::Trickle => {
            let bytes = stream::iter(body).map(|byte| Ok(Frame::data(Bytes::from(vec![byte]))));
            StreamBody::new(bytes.throttle(Duration::from_secs(1))).boxed_unsync()
        }
    }
}

fn broken() -> io::Error {
    io::ErrorKind::ConnectionReset.into()
}
