//! The few commands and the one event of `WebDriver` `BiDi` that the tests need.

use std::{net::TcpStream, time::Duration};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};
use url::Url;

const ANSWER_LIMIT: Duration = Duration::from_secs(30);

/// A connection that collects what comes on the console.
#[derive(Debug)]
pub(crate) struct Bidi {
    socket: WebSocket<TcpStream>,
    /// The window, by `BiDi`'s name a browsing context; the same as `WebDriver`'s window handle.
    window: String,
    last_id: u64,
    messages: Vec<String>,
}

impl Bidi {
    /// Connects to the address that the browser gave, for the window of this handle.
    pub(crate) fn connect(address: &str, window: String) -> Result<Self> {
        let url = Url::parse(address)?;
        let stream = TcpStream::connect(&*url.socket_addrs(|| None)?)?;
        stream.set_read_timeout(Some(ANSWER_LIMIT))?;
        let (socket, _) = tungstenite::client(address, stream)
            .map_err(|error| anyhow::anyhow!("WebDriver BiDi does not open: {error}"))?;
        let mut bidi = Self {
            socket,
            window,
            last_id: 0,
            messages: Vec::new(),
        };
        bidi.command(
            "session.subscribe",
            &json!({ "events": ["log.entryAdded"] }),
        )?;
        Ok(bidi)
    }

    pub(crate) fn set_viewport(&mut self, width: u32, height: u32) -> Result<()> {
        let viewport = json!({
            "context": self.window,
            "viewport": { "width": width, "height": height },
        });
        self.command("browsingContext.setViewport", &viewport)
    }

    /// The messages since the last call.
    pub(crate) fn take_messages(&mut self) -> Result<Vec<String>> {
        // Events come in order: when this is answered, all earlier ones are here.
        self.command("browsingContext.getTree", &json!({ "root": self.window }))?;
        Ok(std::mem::take(&mut self.messages))
    }

    fn command(&mut self, method: &str, parameters: &Value) -> Result<()> {
        self.last_id += 1;
        let command = json!({ "id": self.last_id, "method": method, "params": parameters });
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            let answer = self
                .socket
                .read()
                .with_context(|| format!("{method} was not answered"))?;
            let Message::Text(answer) = answer else {
                continue;
            };
            let answer: Value = serde_json::from_str(&answer)?;
            if answer.get("method").and_then(Value::as_str) == Some("log.entryAdded") {
                self.messages.push(message(&answer));
            }
            if answer.get("id").and_then(Value::as_u64) == Some(self.last_id) {
                if let Some(error) = answer.get("error") {
                    bail!("{method} failed: {error} {}", answer["message"]);
                }
                return Ok(());
            }
        }
    }
}

fn message(event: &Value) -> String {
    let part = |name| event["params"][name].as_str().unwrap_or("?");
    format!("{}: {}", part("level"), part("text"))
}
