//! Serves built pages on this machine, under exactly the policy that the published page promises.
//!
//! `cargo xtask serve` uses it to look at the widget, the browser tests to watch it: they ask which
//! [`requests`](Server::requests) came, what the browser [reported](Server::take_reports), and make a
//! path [late](Server::hold), [broken or different](Server::answer).

mod answer;
mod content;
mod files;
mod handler;
mod latch;
mod record;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
};

use tokio::sync::oneshot;

pub use answer::Answer;
pub use latch::Hold;
pub use record::{Report, ReportKind, Request};

/// The policy of the widget's own page ("The page" in the design), word for word.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// What to serve, and how closely to watch it.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder whose files are served; without one only [`Server::answer`] gives anything.
    pub root: Option<PathBuf>,
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// Asks the browser to report each violation of the policy, see [`Server::take_reports`].
    pub report_violations: bool,
    /// Puts a script in front of every page's own that reports console messages and errors, for
    /// browsers that do not hand them out.
    pub report_console: bool,
    /// Sends no policy: for pages of others, which need more than ours may.
    pub without_policy: bool,
    /// The paths of pages that have pages of this site in frames, which the policy otherwise forbids.
    pub hosts: &'static [&'static str],
}

/// A running server on 127.0.0.1. It stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<handler::Site>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve.
    ///
    /// # Errors
    /// When the port is taken ([`io::ErrorKind::AddrInUse`]) or the system refuses a socket.
    pub fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let site = Arc::new(handler::Site::new(options));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&site);
        let thread = thread::Builder::new()
            .name("page-server".to_owned())
            .spawn(move || runtime.block_on(handler::serve(listener, served, stopped)))?;
        Ok(Self {
            address,
            site,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The full address of a path that begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Every request so far in the order of arrival, but for the server's own paths (`/__…`).
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.site.record.requests()
    }

    /// What browsers reported since the last call: violations of the policy and console messages.
    #[must_use]
    pub fn take_reports(&self) -> Vec<Report> {
        self.site.record.take_reports()
    }

    /// Answers `path` with this from now on, whatever the folder holds.
    pub fn answer(&self, path: &str, answer: Answer) {
        self.site.answers.insert(path, answer);
    }

    /// Lets requests for `path` wait, each on its own, until the [`Hold`] is released or dropped.
    #[must_use = "dropping it releases the path"]
    pub fn hold(&self, path: &str) -> Hold {
        self.site.holds.hold(path)
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A server thread that panicked has said so itself; there is nothing left to wait for.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.holds.release_all();
        if let Some(stop) = self.stop.take() {
            // The other end is gone only when the thread has ended already.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
