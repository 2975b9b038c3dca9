// Fills elements with the widget of a published page, and figures with one made of their table. Each stands in a shadow
// root; what was there before is seen until it can be, and stays in the document for reader modes.
const sheets = { figure: ['style.css'] };
const pages = {};

// Nobody waits longer, nor for more.
const MOST_SECONDS = 10;
const MOST_BYTES = 4 << 20;

// Parsed by the request itself: no page with Trusted Types lets a script do it.
const fetched = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.timeout = MOST_SECONDS * 1000;
  request.onload = () => (request.status === 200 ? resolve(request.response) : reject(request.status));
  request.onerror = () => reject('network');
  request.ontimeout = () => reject('timeout');
  request.onprogress = ({ loaded }) => {
    if (loaded <= MOST_BYTES) return;
    // First: WebKit says of what was aborted that it has been loaded.
    reject('too large');
    request.abort();
  };
  request.send();
});

const styled = (shadow, href) => new Promise((resolve, reject) => {
  const sheet = document.createElement('link');
  Object.assign(sheet, { rel: 'stylesheet', href, onload: resolve, onerror: () => reject('styles') });
  shadow.append(sheet);
});

// A part of the widget that is text for the wasm.
const note = (className, textContent = '') =>
  Object.assign(document.createElement('data'), { className, textContent, hidden: true });

// What the page may style from outside of the shadow root, by ::part(…).
const parts = {
  figure: '.te-figure',
  title: '.te-title',
  takeaway: '.te-takeaway',
  controls: '.te-controls',
  chart: '.te-table',
  footer: '.te-colophon',
};

function name(place) {
  for (const [part, selector] of Object.entries(parts)) {
    for (const found of place.querySelectorAll(selector)) found.part = part;
  }
}

// A shadow root with its styles, and what stands in it until the widget can be seen.
async function open(host, addresses) {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const before = document.createElement('slot');
  shadow.replaceChildren(before);
  await Promise.all(addresses.map((address) => styled(shadow, address)));
  return { shadow, before };
}

// The chart of a published page.
async function published(host, address) {
  const page = await (pages[address] ??= fetched(address));
  const chart = page?.querySelector('.troop-estimates');
  // The last part of it: what was cut off has none.
  if (!chart?.querySelector('.te-messages')) throw 'no chart';
  const place = document.importNode(chart, true);
  for (const script of place.querySelectorAll('script')) {
    script.replaceWith(note(script.className, script.textContent));
  }
  const links = [...page.querySelectorAll('link[rel=stylesheet]')];
  const { before } = await open(host, links.map(({ href }) => href));
  before.replaceWith(place);
  return place;
}

// An element whose `src` is the address of a published page.
export async function element(host, enliven) {
  const address = host.getAttribute('src');
  try {
    // It may have been pasted with its chart. Where the article's policy lets no style through, that is no use.
    const pasted = host.shadowRoot?.styleSheets.length && host.shadowRoot.querySelector('script.te-data');
    const place = pasted ? pasted.parentNode : await published(host, address);
    // It may have been taken away meanwhile.
    if (!host.isConnected) return;
    name(place);
    // In a shadow root WebKit sees what a toggle changes only when the page has been laid out without the sheet.
    const toggles = [...host.shadowRoot.styleSheets].at(-1);
    if (toggles) place.addEventListener('change', () => {
      toggles.disabled = true;
      toggles.disabled = place.offsetHeight < 0;
    });
    if (host.hasAttribute('events')) place.dataset.events = '';
    enliven(place, host.getAttribute('loading'), 0, host.number, host);
  } catch (reason) {
    delete pages[address];
    host.dataset.state = 'still';
    tell(host, reason, () => element(host, enliven));
  }
}

// Tells the reader once that the chart did not come, below what stands in its place, until it is asked for again.
function tell(host, reason, again) {
  const { failed = 'The chart did not load.', retry = 'Try again' } = host.dataset;
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const notice = document.createElement('p');
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: retry });
  button.onclick = () => {
    notice.remove();
    delete host.dataset.state;
    again();
  };
  notice.role = 'alert';
  notice.append(`${failed} (${reason.message ?? reason}) `, button);
  shadow.replaceChildren(document.createElement('slot'), notice);
}

// A figure with a table that is the data.
export async function figure(figure, number, load) {
  let program;
  // For whoever writes the table.
  const stay = (reason) => Object.assign(figure.dataset, { state: 'still', reason });
  try {
    const [loaded, { live }] = await Promise.all([load('table'), load('life')]);
    program = loaded;
    const place = document.createElement('div');
    place.className = 'troop-estimates';
    place.dataset.dataset = figure.id || 'table';
    const root = document.createElement('div');
    root.className = 'te-root';
    place.append(root, note('te-data'), note('te-messages'));
    program.mount(place, figure, number);
    const host = document.createElement('div');
    if (figure.dataset.theme) host.setAttribute('theme', figure.dataset.theme);
    host.append(...figure.childNodes);
    figure.append(host);
    const { shadow, before } = await open(host, sheets.figure.map((sheet) => new URL(sheet, import.meta.url).href));
    // Only a widget that has been made takes the table's place.
    if (!root.firstChild) throw new Error('nothing was made of the table');
    name(place);
    before.replaceWith(place);
    if (figure.closest('[data-events]')) {
      place.dataset.events = '';
      load('events').then(({ events }) => events(place), () => {});
    }
    live(place, program, number, load, () => {
      shadow.replaceChildren(before);
      stay('the program has stopped');
    });
  } catch (reason) {
    if (reason instanceof WebAssembly.RuntimeError) program.stopped.abort(reason);
    stay(reason);
  }
}
