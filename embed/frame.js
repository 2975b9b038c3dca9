// The page in a frame tells the page around it how high it is, in each of the ways that newsrooms already listen for.
// It says nothing else unless the address asks for it, and hears nothing but their questions.
(() => {
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (parent === window) return;
  // Told by events.js.
  if (query.get('events') === '1') document.documentElement.dataset.events = 'message';

  const pym = `pymxPYMx${query.get('childId')}xPYMx`;
  const secret = new URLSearchParams(location.hash.slice(location.hash.indexOf('?'))).get('secret');
  // A part of the address: some listeners look for the frame whose address has it.
  const id = location.pathname.split('/').pop();
  const say = (message) => parent.postMessage(message, '*');
  // Before the address names a view.
  const src = location.href;
  let height = 0;

  function tell() {
    if (!height) return;
    // pym.js
    if (query.has('childId')) say(`${pym}heightxPYMx${height}`);
    // AMP and @newswire/frames
    say({ sentinel: 'amp', type: 'embed-size', height });
    // Datawrapper's snippets
    say({ 'datawrapper-height': { [id]: height } });
    // Embedly, Medium
    say(JSON.stringify({ src, context: 'iframe.resize', height }));
    // WordPress
    if (secret) say({ message: 'height', value: height, secret });
    // iframe-messenger
    say(JSON.stringify({ type: 'set-height', value: height, id }));
  }

  // Those who begin to listen late ask, or say how wide the frame is.
  const has = (data, name, value) => Object.hasOwn(Object(data), name) && data[name] === value;
  const asks = (data) =>
    (typeof data === 'string' && query.has('childId') && data.startsWith(`${pym}width`)) ||
    (has(data, 'sentinel', 'amp') && has(data, 'type', 'frames-init')) ||
    (secret && has(data, 'message', 'ready') && has(data, 'secret', secret));
  addEventListener('message', ({ data, source }) => {
    if (source === parent && asks(data)) tell();
  });

  say({ sentinel: 'amp', type: 'embed-ready' });
  new ResizeObserver(() => {
    const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    tell();
  }).observe(document.documentElement);
})();
