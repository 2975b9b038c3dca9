// Brings prerendered widgets to life when the first of them nears the screen or is touched.
// If anything fails on the way, the prerendered page stays as it is.
const places = document.querySelectorAll('.troop-estimates');
const touches = ['pointerover', 'focusin'];
let started = false;
let keep;
let tries = '';

async function load(name, query = '') {
  const [part, wasm] = await Promise.all([
    import(`./${name}.js${query}`),
    fetch(new URL(`${name}_bg.wasm`, import.meta.url)),
  ]);
  // Under another type it cannot be compiled while it arrives.
  const streams = wasm.headers.get('content-type') === 'application/wasm';
  await part.default({ module_or_path: streams ? wasm : wasm.arrayBuffer() });
  return part;
}

async function start() {
  if (started) return;
  started = true;
  watcher.disconnect();
  try {
    await load('widget');
  } catch {
    // For a host that wants to know.
    for (const place of places) place.dataset.state = 'still';
  }
}

// Files and citations are made by a part that is loaded when a reader asks.
async function take({ target, currentTarget: place }) {
  const button = target.closest('[data-keep]');
  if (!button) return;
  const told = place.querySelector('.te-told');
  const { loading, copied, copyThis, failed } = told.dataset;
  const tell = (text, said = text) => {
    told.textContent = text;
    button.parentNode.dataset.said = said;
  };
  for (const other of place.querySelectorAll('[data-said]')) delete other.dataset.said;
  tell(loading);
  try {
    keep ??= load('keep', tries);
    if (button.dataset.keep !== 'text') return tell(await (await keep).file(button));
    const text = keep.then((part) => part.text(button));
    try {
      // Before the text is there: the click must be fresh.
      const blob = text.then((text) => new Blob([text], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      tell(copied);
    } catch {
      tell(`${copyThis} ${await text}`, '');
      getSelection().selectAllChildren(told);
    }
  } catch {
    // Engines remember which module did not arrive.
    keep = undefined;
    tries += '?';
    tell(failed);
  }
}

const watcher = new IntersectionObserver(
  (entries) => entries.some((entry) => entry.isIntersecting) && start(),
  { rootMargin: '50%' },
);
for (const place of places) {
  watcher.observe(place);
  place.addEventListener('click', take);
  for (const touch of touches) place.addEventListener(touch, start, { once: true, passive: true });
}
