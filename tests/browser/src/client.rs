//! WebDriver commands as plain calls that come back in bounded time.

use std::{fmt, time::Duration};

use anyhow::{Context, Result};
use fantoccini::{
    Client, ClientBuilder, error::CmdError, wd::Capabilities, wd::WebDriverCompatibleCommand,
};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::runtime::Runtime;
use url::{ParseError, Url};

use crate::browser::Trouble;

/// No command of a test takes longer unless the browser hangs.
const COMMAND_LIMIT: Duration = Duration::from_secs(60);

/// One WebDriver session.
pub(crate) struct Driver {
    runtime: Runtime,
    client: Client,
}

impl fmt::Debug for Driver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Driver")
    }
}

impl Driver {
    /// Starts a browser through the driver at `address`.
    pub(crate) fn connect(address: &str, capabilities: Capabilities) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = runtime
            .block_on(async { tokio::time::timeout(COMMAND_LIMIT, builder.connect(address)).await })
            .context("the browser did not start in time")?
            .context("the browser did not start")?;
        Ok(Self { runtime, client })
    }

    /// Carries out one command, made from the client.
    pub(crate) fn run<T, F>(&self, command: impl FnOnce(Client) -> F) -> Result<T>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let command = command(self.client.clone());
        let done = self
            .runtime
            .block_on(async { tokio::time::timeout(COMMAND_LIMIT, command).await });
        match done {
            Ok(Err(CmdError::Standard(error))) => {
                // Its message may be empty, its kind is not.
                let kind = error.error.description();
                Err(anyhow::Error::new(error).context(kind))
            }
            Ok(result) => Ok(result?),
            Err(_) => {
                let silence = format!("the browser did not answer within {COMMAND_LIMIT:?}");
                Err(Trouble(silence).into())
            }
        }
    }

    /// Carries out a command that the client has no name for; `path` comes after the session's.
    pub(crate) fn command(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value> {
        let command = Command {
            method,
            path: path.to_owned(),
            body,
        };
        self.run(|client| async move { client.issue_cmd(command).await })
    }

    /// The client itself, for what belongs to it.
    pub(crate) fn client(&self) -> Client {
        self.client.clone()
    }

    /// What the browser said of itself when it started.
    pub(crate) fn capability(&self, name: &str) -> Option<Value> {
        self.client.capabilities()?.get(name).cloned()
    }

    /// Closes the browser as its driver would like it.
    pub(crate) fn close(self) -> Result<()> {
        self.run(Client::close)
    }
}

#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = self.body.as_ref().map(Value::to_string);
        (self.method.clone(), body)
    }
}
