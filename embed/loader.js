// Brings widgets to life when they near the screen or are touched: prerendered ones, <troop-estimates> elements, and
// figures with a table. Whatever fails on the way, what stands there stays as it is.
const files = {
  widget: ['widget.js', 'widget_bg.wasm'],
  keep: ['keep.js', 'keep_bg.wasm'],
  table: ['table.js', 'table_bg.wasm'],
  life: ['life.js'],
  fill: ['fill.js'],
  events: ['events.js'],
  revision: ['revision.js'],
};
const loaded = {};
let tries = '';

// The places of a page are numbered in their order; what has gone leaves its number to the next.
const numbers = [];
function nextNumber() {
  const number = [...numbers, 0].indexOf(0);
  numbers[number] = 1;
  return number;
}

const address = (file) => new URL(file, import.meta.url);

async function start(name) {
  // Engines remember which module did not arrive: the next try has another address.
  const forget = () => {
    delete loaded[name];
    tries += '?';
  };
  try {
    const [script, wasm] = files[name];
    const [part, code] = await Promise.all([import(address(script) + tries), wasm && fetch(address(wasm))]);
    if (code) {
      // Under another type it cannot be compiled while it arrives.
      const streams = code.headers.get('content-type') === 'application/wasm';
      await part.default({ module_or_path: streams ? code : code.arrayBuffer() });
      part.stopped.signal.addEventListener('abort', forget);
    }
    return part;
  } catch (reason) {
    forget();
    throw reason;
  }
}

// Each program and script is loaded once, and anew after it has failed.
const load = (name) => (loaded[name] ??= start(name));

const thrifty = navigator.connection?.saveData && 'interaction';

// Calls `begin` once: at once, when the place nears the screen, or when it is touched.
function when(place, loading, begin) {
  const watcher = new IntersectionObserver((entries) => entries.at(-1).isIntersecting && once(), { rootMargin: '50%' });
  let once = () => {
    once = () => {};
    watcher.disconnect();
    begin();
  };
  for (const touch of ['pointerover', 'focusin']) place.addEventListener(touch, () => once());
  if (loading === 'eager') once();
  else if (loading !== 'interaction') watcher.observe(place);
}

// The widget with this number on its page; `instance` is the one that its nodes were made with, and it ends with `host`.
function enliven(place, loading, instance, number, host = place) {
  // What few pages ask for; without it the chart is whole.
  const ask = (name) => load(name).then((part) => part[name](place, number), () => {});
  if (place.closest('[data-events]')) ask('events');
  if (location.search.includes('-rev=')) ask('revision');
  async function begin() {
    const failed = () => tell(place, begin);
    try {
      // The page of an element may have been made for another version.
      const { program: needed } = place.dataset;
      if (needed && !files.widget[1].includes(needed)) throw needed;
      const [program, { live }] = await Promise.all([load('widget'), load('life')]);
      // It may have been taken away meanwhile.
      if (!host.isConnected) return;
      host.end = live(place, program, number, load, failed, instance);
    } catch {
      failed();
    }
  }
  when(place, thrifty || loading, begin);
}

// Tells the reader once that something did not come, until it is asked for again.
function tell(place, again) {
  // For a host that wants to know.
  place.dataset.state = 'still';
  const notice = place.querySelector('.te-failure')?.content.firstChild.cloneNode(true);
  if (!notice) return;
  notice.querySelector('button').onclick = () => {
    notice.remove();
    delete place.dataset.state;
    again();
  };
  place.append(notice);
}

// Fills an element or a figure with a widget; few pages have one.
const fill = (name, ...given) => load('fill').then((part) => part[name](...given));

customElements.get('troop-estimates') ?? customElements.define('troop-estimates', class extends HTMLElement {
  connectedCallback() {
    if (this.end) return;
    this.number = nextNumber();
    this.end = () => {};
    // Its page is content: only the wasm waits for a touch.
    const loading = this.getAttribute('loading');
    when(this, loading === 'eager' && loading, () => fill('element', this, enliven));
  }

  async disconnectedCallback() {
    // What is moved is taken away and put back at once.
    await 0;
    if (this.isConnected || !this.end) return;
    this.end();
    this.end = numbers[this.number] = 0;
  }
});

// Another version on the page may have taken a place already. What stands in an element is no place of its own.
const taken = Symbol.for('troop-estimates');
let prerendered = 0;
for (const place of document.querySelectorAll('.troop-estimates:not(troop-estimates *)')) {
  if (place[taken]) continue;
  place[taken] = true;
  const number = nextNumber();
  const { loading } = place.dataset;
  if (place.querySelector('.te-root')) enliven(place, loading, prerendered++, number);
  else if (place.querySelector('table')) when(place, thrifty || loading, () => fill('figure', place, number, load));
}
