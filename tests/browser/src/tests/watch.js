// Stands before every other script of a page. Notes each frame in which a place has neither a chart, a table nor a
// message in sight, and whatever the page's own scripts hear of exceptions.
window.watched = { frames: 0, blank: [], exceptions: [] };
for (const kind of ['error', 'unhandledrejection']) {
  addEventListener(kind, ({ message, reason }) => window.watched.exceptions.push(`${kind}: ${message ?? reason}`));
}
const PLACES = '.troop-estimates:not(troop-estimates *), troop-estimates, figure.table';
const SIGHTS = '.te-row, table, [role=alert], .fallback';
const isInSight = (node) => {
  const { width, height } = node.getBoundingClientRect();
  return width > 0 && height > 0 && node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
};
const found = (root) =>
  [...root.querySelectorAll(SIGHTS)].some(isInSight) || [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && found(shadowRoot));
function sample() {
  window.watched.frames += 1;
  // Parsing may be under way.
  if (document.readyState !== 'loading') {
    for (const place of document.querySelectorAll(PLACES)) {
      if (!found(place) && !(place.shadowRoot && found(place.shadowRoot))) window.watched.blank.push(`${place.localName} at ${performance.now()} ms`);
    }
  }
  requestAnimationFrame(sample);
}
sample();
