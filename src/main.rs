//! The browser entry: brings every widget on the page to life.

fn main() {
    troop_estimates::host::start();
}
