//! nginx and Caddy, by which the tests serve a published folder.
//!
//! Their packages are unpacked, not installed: installed they would begin to serve this machine.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use super::{Found, Step, apt, cache};
use crate::run;

const PACKAGES: [&str; 3] = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];

/// What is in the packages that the tests run or load.
const FILES: [&str; 3] = [
    "usr/sbin/nginx",
    "usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "usr/bin/caddy",
];

/// The servers of Debian's packages, in a folder of ours.
pub(super) struct WebServers;

impl Step for WebServers {
    fn name(&self) -> String {
        "nginx and Caddy".to_owned()
    }

    fn duration(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self) -> Option<Found> {
        let folder = folder().ok()?;
        let is_whole = FILES.iter().all(|file| folder.join(file).is_file());
        is_whole.then(|| Found {
            variable: Some(("WEB_SERVERS", folder)),
            ..Found::default()
        })
    }

    fn install(&self) -> Result<()> {
        let folder = folder()?;
        fs::create_dir_all(&folder).with_context(|| format!("no {}", folder.display()))?;
        apt::unpack(&PACKAGES, &folder)
    }
}

fn folder() -> Result<PathBuf> {
    cache::folder("web-servers", &release())
}

/// The release of Debian, whose packages fit each other and no other release.
fn release() -> String {
    let release =
        run::output(Command::new("sh").args(["-c", ". /etc/os-release && echo $VERSION_CODENAME"]));
    release.map_or_else(String::new, |name| name.trim().to_owned())
}
