// Put before the scripts of every page that is measured.
{
  const measured = (window.measured = { shift: 0, blocked: 0, longest: 0, visible: null, fault: '' });
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) measured.shift += value;
  });
  observe('longtask', ({ duration }) => {
    measured.blocked += Math.max(0, duration - 50);
    measured.longest = Math.max(measured.longest, duration);
  });
  // The end of the next frame: a task after its picture has been made.
  const nextFrame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    });
  // The end of the first frame in which the condition holds.
  async function frameWith(condition) {
    for (;;) {
      const end = await nextFrame();
      if (condition()) return end;
    }
  }
  async function watch() {
    // A page sets it in a script of its own.
    while (!window.bench) await nextFrame();
    const bench = await window.bench;
    measured.visible = await frameWith(() => bench.isDrawn(0));
  }
  watch().catch((reason) => (measured.fault = String(reason)));
  // From the event's own time to the end of the first frame in which the condition holds.
  window.measureFrom = (kind, condition) => {
    measured.took = null;
    const heard = (event) => {
      removeEventListener(kind, heard, true);
      frameWith(condition).then((end) => (measured.took = end - event.timeStamp));
    };
    addEventListener(kind, heard, true);
  };
}
