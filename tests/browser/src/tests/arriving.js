// Writes a page as a slow connection brings it, and lets the browser show each piece before the next.
// Gives how many parts were seen, and what moved of what was in sight already.
const shown = () => new Promise((resolve) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
});

/** Where it begins: what follows may still make it longer. */
function start(part) {
  const { left, right, top } = part.getBoundingClientRect();
  const begins = getComputedStyle(part).direction === 'rtl' ? right : left;
  return `${begins} ${top}`;
}

const SEEN = '.te-figure :is(h2, p, legend, label, button, select, th, td, summary), .masthead :is(p, a)';

async function arrive(page) {
  const [masthead, rows] = ['<header', '<tbody'].map((part) => page.indexOf(part));
  const pieces = [...page.slice(masthead, rows).split(/(?=<)/), ...page.slice(rows).split(/(?=<t[rhd])/)];
  document.write(page.slice(0, masthead));
  while ([...document.querySelectorAll('link[rel=stylesheet]')].some(({ sheet }) => !sheet)) await shown();
  const starts = new Map();
  const moved = [];
  for (const piece of pieces) {
    document.write(piece);
    await shown();
    for (const part of document.querySelectorAll(SEEN)) {
      if (!part.checkVisibility({ visibilityProperty: true })) continue;
      const now = start(part);
      const before = starts.get(part) ?? now;
      if (before !== now) moved.push(`${part.localName} “${part.textContent}” from ${before} to ${now}`);
      starts.set(part, now);
    }
  }
  document.close();
  return [starts.size, moved];
}

return arrive(arguments[0]);
