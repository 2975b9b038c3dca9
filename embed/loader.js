// Brings widgets to life when they near the screen or are touched, and fills <troop-estimates> elements with published
// pages. Whatever fails on the way, what stands there stays as it is.
const files = { widget: ['widget.js', 'widget_bg.wasm'], keep: ['keep.js', 'keep_bg.wasm'] };
const parts = {};
const pages = {};
const begins = new WeakMap();
let places = 0;
let tries = '';

async function load(name, query = '') {
  const [script, wasm] = files[name].map((file) => new URL(file, import.meta.url));
  const [part, code] = await Promise.all([import(script + query), fetch(wasm)]);
  // Under another type it cannot be compiled while it arrives.
  const streams = code.headers.get('content-type') === 'application/wasm';
  await part.default({ module_or_path: streams ? code : code.arrayBuffer() });
  return part;
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
    parts.keep ??= load('keep', tries);
    if (button.dataset.keep !== 'text') return tell(await (await parts.keep).file(button));
    const text = parts.keep.then((part) => part.text(button));
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
    parts.keep = undefined;
    tries += '?';
    tell(failed);
  }
}

const watcher = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && begins.get(target)()),
  { rootMargin: '50%' },
);

// Calls `begin` once: at once, when the place nears the screen, or when it is touched.
function when(place, loading, begin) {
  const once = () => {
    watcher.unobserve(place);
    begins.set(place, () => {});
    begin();
  };
  begins.set(place, once);
  for (const touch of ['pointerover', 'focusin']) {
    place.addEventListener(touch, () => begins.get(place)(), { once: true, passive: true });
  }
  if (loading === 'eager') once();
  else if (loading !== 'interaction') watcher.observe(place);
}

// The widget with this number on its page; `instance` is the one that its nodes were made with.
function enliven(place, loading, instance, number) {
  place.addEventListener('click', take);
  const sparing = navigator.connection?.saveData && 'interaction';
  when(place, sparing || loading, async () => {
    try {
      parts.widget ??= load('widget');
      (await parts.widget).hydrate(place, instance, number);
    } catch {
      // For a host that wants to know.
      place.dataset.state = 'still';
    }
  });
}

// Parsed by the request itself: no page with Trusted Types lets a script do it.
const fetched = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.onload = () => resolve(request.status === 200 && request.response);
  request.onerror = reject;
  request.send();
});

const styled = (shadow, { href }) => new Promise((resolve, reject) => {
  const sheet = document.createElement('link');
  Object.assign(sheet, { rel: 'stylesheet', href, onload: resolve, onerror: reject });
  shadow.append(sheet);
});

customElements.get('troop-estimates') ?? customElements.define('troop-estimates', class extends HTMLElement {
  connectedCallback() {
    // Its page is content: only the wasm waits for a touch.
    const loading = this.getAttribute('loading') === 'eager' && 'eager';
    if (this.number === undefined) when(this, loading, () => this.fill());
    this.number ??= places++;
  }

  async fill() {
    try {
      const address = this.getAttribute('src');
      const page = await (pages[address] ??= fetched(address));
      const place = document.importNode(page.querySelector('.troop-estimates'), true);
      for (const script of place.querySelectorAll('script')) {
        const text = document.createElement('data');
        Object.assign(text, { className: script.className, hidden: true, textContent: script.textContent });
        script.replaceWith(text);
      }
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      // What stands in the element is seen until the widget can be.
      const before = document.createElement('slot');
      shadow.replaceChildren(before);
      await Promise.all(Array.from(page.querySelectorAll('link[rel=stylesheet]'), (link) => styled(shadow, link)));
      before.replaceWith(place);
      // In a shadow root WebKit does not see by itself what a toggle changes.
      place.addEventListener('change', () => {
        for (const sheet of shadow.styleSheets) for (const off of [true, false]) sheet.disabled = off;
      });
      enliven(place, this.getAttribute('loading'), 0, this.number);
    } catch {
      this.dataset.state = 'still';
    }
  }
});

document.querySelectorAll('.troop-estimates').forEach((place, instance) => {
  enliven(place, place.dataset.loading, instance, places++);
});
