// Brings widgets to life when they near the screen or are touched: prerendered ones, <troop-estimates> elements, and
// figures with a table. Whatever fails on the way, what stands there stays as it is.
const files = {
  widget: ['widget.js', 'widget_bg.wasm'],
  keep: ['keep.js', 'keep_bg.wasm'],
  table: ['table.js', 'table_bg.wasm'],
  life: 'life.js',
  fill: 'fill.js',
  events: 'events.js',
  revision: 'revision.js',
};
const programs = {};
const begins = new WeakMap();
const ends = new WeakMap();
let tries = '';

// The places of a page are numbered in their order; what has gone leaves its number to the next.
const numbers = new Set();
function nextNumber() {
  let number = 0;
  while (numbers.has(number)) number += 1;
  numbers.add(number);
  return number;
}

const address = (file) => new URL(file, import.meta.url);

// Engines remember which module did not arrive: the next try has another address.
async function script(file) {
  try {
    return await import(address(file) + tries);
  } catch (reason) {
    tries += '?';
    throw reason;
  }
}

const part = (name) => script(files[name]);

async function start(name) {
  const forget = () => {
    delete programs[name];
    tries += '?';
  };
  try {
    const [file, wasm] = files[name];
    const [program, code] = await Promise.all([script(file), fetch(address(wasm))]);
    // Under another type it cannot be compiled while it arrives.
    const streams = code.headers.get('content-type') === 'application/wasm';
    await program.default({ module_or_path: streams ? code : code.arrayBuffer() });
    program.stopped.signal.addEventListener('abort', forget);
    return program;
  } catch (reason) {
    forget();
    throw reason;
  }
}

// A program is loaded once, and anew after it has failed.
const load = (name) => (programs[name] ??= start(name));

const watcher = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && begins.get(target)()),
  { rootMargin: '50%' },
);
const touched = ({ currentTarget }) => begins.get(currentTarget)();

// Calls `begin` once: at once, when the place nears the screen, or when it is touched.
function when(place, loading, begin) {
  const once = () => {
    watcher.unobserve(place);
    begins.set(place, () => {});
    begin();
  };
  begins.set(place, once);
  for (const touch of ['pointerover', 'focusin']) place.addEventListener(touch, touched, { passive: true });
  if (loading === 'eager') once();
  else if (loading !== 'interaction') watcher.observe(place);
}

const thrifty = (loading) => (navigator.connection?.saveData ? 'interaction' : loading);

// The widget with this number on its page; `instance` is the one that its nodes were made with, and it ends with `host`.
function enliven(place, loading, instance, number, host = place) {
  // What few pages ask for; without it the chart is whole.
  const ask = (name) => part(name).then((part) => part[name](place, number), () => {});
  if (place.closest('[data-events]')) ask('events');
  if (location.search.includes('-rev=')) ask('revision');
  async function begin() {
    const failed = () => tell(place, begin);
    try {
      // The page of an element may have been made for another version.
      const { program: needed } = place.dataset;
      if (needed && !files.widget[1].includes(needed)) throw needed;
      const [program, { live }] = await Promise.all([load('widget'), part('life')]);
      // An element may have been taken away meanwhile.
      if (host !== place && !host.isConnected) return;
      ends.set(host, live(place, program, number, load, () => program.hydrate(place, instance, number), failed));
    } catch {
      failed();
    }
  }
  when(place, thrifty(loading), begin);
}

// Tells the reader once that something did not come, until it is asked for again.
function tell(place, again) {
  // For a host that wants to know.
  place.dataset.state = 'still';
  const { content } = place.querySelector('.te-failure') ?? {};
  if (!content) return;
  const notice = content.cloneNode(true).firstChild;
  notice.querySelector('button').onclick = () => {
    notice.remove();
    delete place.dataset.state;
    again();
  };
  place.append(notice);
}

// Fills an element or a figure with a widget; few pages have one.
const fill = (name, ...given) => part('fill').then((part) => part[name](...given));

customElements.get('troop-estimates') ?? customElements.define('troop-estimates', class extends HTMLElement {
  connectedCallback() {
    if (ends.has(this)) return;
    this.number = nextNumber();
    ends.set(this, () => {});
    // Its page is content: only the wasm waits for a touch.
    const loading = this.getAttribute('loading');
    when(this, loading === 'eager' && loading, () => fill('element', this, enliven));
  }

  disconnectedCallback() {
    // What is moved is taken away and put back at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      ends.get(this)?.();
      ends.delete(this);
      numbers.delete(this.number);
    });
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
  else if (place.querySelector('table')) when(place, thrifty(loading), () => fill('figure', place, number, load, part));
}
