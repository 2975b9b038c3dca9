// Brings prerendered widgets to life when the first of them nears the screen or is touched.
// If anything fails on the way, the prerendered page stays as it is.
const places = document.querySelectorAll('.troop-estimates');
const touches = ['pointerover', 'focusin'];
let started = false;

async function start() {
  if (started) return;
  started = true;
  watcher.disconnect();
  try {
    const [widget, wasm] = await Promise.all([
      import('./widget.js'),
      fetch(new URL('widget_bg.wasm', import.meta.url)),
    ]);
    // Under another type it cannot be compiled while it arrives, and engines would complain to the reader's console.
    const streams = wasm.headers.get('content-type') === 'application/wasm';
    await widget.default({ module_or_path: streams ? wasm : wasm.arrayBuffer() });
  } catch {
    // For a host that wants to know: nothing is missing that a newspaper would need.
    for (const place of places) place.dataset.state = 'still';
  }
}

const watcher = new IntersectionObserver(
  (entries) => entries.some((entry) => entry.isIntersecting) && start(),
  { rootMargin: '50%' },
);
for (const place of places) {
  watcher.observe(place);
  for (const touch of touches) place.addEventListener(touch, start, { once: true, passive: true });
}
