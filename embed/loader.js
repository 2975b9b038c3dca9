// Brings widgets to life when they near the screen or are touched: prerendered ones, <troop-estimates> elements, and
// figures with a table. Whatever fails on the way, what stands there stays as it is.
const files = {
  widget: ['widget.js', 'widget_bg.wasm'],
  keep: ['keep.js', 'keep_bg.wasm'],
  table: ['table.js', 'table_bg.wasm'],
  fill: 'fill.js',
  events: 'events.js',
};
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

// What a widget needs beside its wasm: a hand for files, and, where the page asks for it, an ear.
function attend(place) {
  place.addEventListener('click', take);
  if (!place.closest('[data-events]')) return;
  import(new URL(files.events, import.meta.url)).then(({ report }) => report(place), () => {});
}

// A link names the state of the data that it was made from; where that was another one, the page says so.
function compare(place, number) {
  const asked = new URLSearchParams(location.search).get(`te${number ? number + 1 : ''}-rev`);
  if (!asked || asked === place.dataset.revision) return;
  const told = [...place.querySelectorAll('template[data-revision]')];
  const known = told.find(({ dataset }) => dataset.revision === asked) ?? told.at(-1);
  known?.replaceWith(known.content);
}

const thrifty = (loading) => (navigator.connection?.saveData ? 'interaction' : loading);

// The widget with this number on its page; `instance` is the one that its nodes were made with.
function enliven(place, loading, instance, number) {
  attend(place);
  compare(place, number);
  async function begin() {
    try {
      parts.widget ??= load('widget', tries);
      (await parts.widget).hydrate(place, instance, number);
    } catch {
      parts.widget = undefined;
      // For a host that wants to know.
      place.dataset.state = 'still';
      tell(place, begin);
    }
  }
  when(place, thrifty(loading), begin);
}

// Tells the reader once that something did not come, until it is asked for again.
function tell(place, again) {
  const { content } = place.querySelector('.te-failure') ?? {};
  if (!content) return;
  const notice = content.cloneNode(true).firstChild;
  notice.querySelector('button').onclick = () => {
    notice.remove();
    delete place.dataset.state;
    tries += '?';
    again();
  };
  place.append(notice);
}

// What fills an element or a figure with a widget; few pages have one.
const fill = (name, ...given) => import(new URL(files.fill, import.meta.url)).then((part) => part[name](...given));

customElements.get('troop-estimates') ?? customElements.define('troop-estimates', class extends HTMLElement {
  connectedCallback() {
    // Its page is content: only the wasm waits for a touch.
    const loading = this.getAttribute('loading');
    if (this.number === undefined) when(this, loading === 'eager' && loading, () => fill('element', this, enliven));
    this.number ??= places++;
  }
});

// Another version on the page may have taken a place already. What stands in an element is no place of its own.
const taken = Symbol.for('troop-estimates');
let prerendered = 0;
for (const place of document.querySelectorAll('.troop-estimates:not(troop-estimates *)')) {
  if (place[taken]) continue;
  place[taken] = true;
  const number = places++;
  const { loading } = place.dataset;
  if (place.querySelector('.te-root')) enliven(place, loading, prerendered++, number);
  else if (place.querySelector('table')) when(place, thrifty(loading), () => fill('figure', place, number, load, attend));
}
