// Puts elements on the page, uses them and takes them away, one after the other.
window.mounting = { rounds: 0, listeners: 0, fault: '' };
// What is heard on the window and the document outlives an element.
for (const target of [window, document]) {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const own = (options) => typeof options !== 'object' || !options.once;
  target.addEventListener = (kind, listener, options) => {
    if (own(options)) window.mounting.listeners += 1;
    add.call(target, kind, listener, options);
  };
  target.removeEventListener = (kind, listener, options) => {
    window.mounting.listeners -= 1;
    remove.call(target, kind, listener, options);
  };
}
window.turn = () => new Promise((resolve) => setTimeout(resolve));
window.until = async (condition) => {
  for (const begin = performance.now(); !condition(); await turn()) {
    if (performance.now() - begin > 10000) throw new Error(`in vain: ${condition}`);
  }
};
async function round(makeMore) {
  const element = document.createElement('troop-estimates');
  element.setAttribute('src', '/chart.html');
  element.setAttribute('loading', 'eager');
  document.body.append(element);
  const found = (selector) => element.shadowRoot?.querySelector(selector);
  await until(() => found('.te-alive'));
  await makeMore?.(element, found);
  const { checked } = found('input[data-source]');
  found('input[data-source]').click();
  await until(() => found('input[data-source]').checked !== checked);
  element.remove();
  await turn();
}
window.mount = async (rounds, makeMore) => {
  try {
    for (let left = rounds; left > 0; left -= 1) {
      await round(makeMore);
      window.mounting.rounds += 1;
    }
  } catch (error) {
    window.mounting.fault = String(error);
  }
};
window.memory = async () => (await (await import('/widget.js')).default()).memory.buffer.byteLength;
