// Uses every kind of control of the widget in turn, as fast as the page follows.
// No reader is so quick: browsers warn of so many entries of the history in so short a time.
History.prototype.pushState = () => {};
{
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const pick = (selector, place) => {
    const found = document.querySelectorAll(selector);
    return found[place % found.length];
  };
  const enter = (row, kind) => row.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
  const ways = [
    (place) => pick('input[data-source]', place).click(),
    (place) => pick('.te-categories input', place).click(),
    (place) => pick('.te-scales input', place).click(),
    (place) => pick('.te-zoom input', place).click(),
    (place) => pick('.te-row .te-summary', place).click(),
    (place) => enter(pick('.te-row', place), 'mouseover'),
    (place) => enter(pick('.te-row', place), 'mouseout'),
    (place) => {
      const order = pick('.te-select', 0);
      order.selectedIndex = place % order.options.length;
      order.dispatchEvent(new Event('change', { bubbles: true }));
    },
    (place) => pick('.te-only', place).click(),
    () => pick('.te-sources > .te-button', 0).click(),
  ];
  // As it was at first.
  window.rest = async () => {
    for (const summary of document.querySelectorAll('.te-row [open] > summary')) summary.click();
    for (const group of ['.te-categories', '.te-scales']) pick(`${group} input`, 0).click();
    document.querySelector('.te-zoom input:checked')?.click();
    pick('.te-sources > .te-button', 0).click();
    const order = pick('.te-select', 0);
    order.selectedIndex = 0;
    order.dispatchEvent(new Event('change', { bubbles: true }));
    for (const row of document.querySelectorAll('.te-row')) enter(row, 'mouseout');
    // What follows from a toggle comes after the frame that shows it.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await turn();
  };
  let done = 0;
  window.interact = async (times) => {
    for (const end = done + times; done < end; done += 1) {
      ways[done % ways.length](Math.floor(done / ways.length));
      await turn();
    }
  };
}
window.memory = async () => (await (await import('/widget.js')).default()).memory.buffer.byteLength;
