//! The sample article on this machine.

use std::io::ErrorKind;

use anyhow::{Context, Result, bail};
use page_server::{Options, Server};

use crate::{build, project, setup};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The port to listen on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serves what is in dist/ already.
    #[arg(long)]
    no_build: bool,
}

/// Builds and serves until the process is ended.
pub(crate) fn serve(arguments: &Arguments) -> Result<()> {
    if !arguments.no_build {
        build::build(&setup::for_building()?)?;
    }
    let dist = project().join("dist");
    if !dist.join("index.html").is_file() {
        bail!("dist/ is missing: leave out --no-build, or run `cargo xtask build`");
    }
    let server = Server::start(Options {
        root: Some(dist),
        port: arguments.port,
        hosts: &["/in-a-frame.html"],
        ..Options::default()
    });
    let server = match server {
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {0} is taken: end what listens there, or choose another: \
             `cargo xtask serve --no-build --port {1}`",
            arguments.port,
            arguments.port.wrapping_add(1)
        ),
        server => server.context("the server cannot start")?,
    };
    println!("English article: {}", server.url("/"));
    println!("Its masthead leads to those in other languages. Other ways to embed the chart:");
    for page in ["in-a-frame", "as-an-element", "as-a-table", "as-a-picture"] {
        println!("  {}", server.url(&format!("/{page}.html")));
    }
    println!("Ctrl-C ends it.");
    server.wait();
    Ok(())
}
