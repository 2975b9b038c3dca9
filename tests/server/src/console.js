// Reports what a page says and what goes wrong in it, for browsers that do not hand out their
// console. Each report is sent before the page goes on, so that none is late or lost.
(() => {
  const report = (text) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/__console", false);
    request.send(text);
  };
  for (const level of Object.keys(console).filter((key) => typeof console[key] === "function")) {
    const native = console[level];
    console[level] = (...parts) => {
      report(`${level}: ${parts.map(String).join(" ")}`);
      native.apply(console, parts);
    };
  }
  addEventListener("error", (event) => {
    const target = event.target;
    report(`error: ${event.message ?? `${target.localName} ${target.src ?? target.href} did not load`}`);
  }, true);
  addEventListener("unhandledrejection", (event) => report(`unhandled rejection: ${event.reason}`));
})();
