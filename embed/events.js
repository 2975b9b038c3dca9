// Tells a page that asks for it what readers do with a widget: an event on its place, and in a frame a message. Neither
// names a reader or a visit. Whatever changes in them changes the version.
const VERSION = 1;

export function events(place) {
  const dataset = place.dataset.dataset;
  const asMessage = parent !== window && place.closest('[data-events=message]');

  function tell(action, more) {
    const detail = { version: VERSION, action, dataset, ...more };
    place.dispatchEvent(new CustomEvent('troop-estimates', { detail, bubbles: true, composed: true }));
    if (asMessage) parent.postMessage({ 'troop-estimates': detail }, '*');
  }

  // Buttons switch several sources at once, without an event for each.
  const sources = () => [...place.querySelectorAll('input[data-source]')];
  let shown = sources().map(({ checked }) => checked);
  function tellSources() {
    const before = shown;
    const inputs = sources();
    shown = inputs.map(({ checked }) => checked);
    inputs.forEach((input, index) => {
      const source = input.labels[0].textContent.trim();
      if (input.checked !== before[index]) tell('source', { source, shown: input.checked });
    });
  }

  for (const kind of ['change', 'click']) place.addEventListener(kind, () => setTimeout(tellSources));
  place.addEventListener('click', ({ target }) => {
    const { keep } = target.closest('[data-keep]')?.dataset ?? {};
    if (keep) tell(keep === 'text' ? 'copy' : 'download', keep === 'text' ? {} : { format: keep });
    if (target.closest('.te-share button')) tell('share');
  });
  // It does not bubble, and WebKit says it once more when the widget has seen it.
  const opened = new Set();
  place.addEventListener('toggle', ({ target }) => {
    const estimate = target.closest('[data-estimate]')?.dataset.estimate;
    if (!target.open) opened.delete(estimate);
    else if (estimate && !opened.has(estimate)) {
      opened.add(estimate);
      tell('figure', { estimate: Number(estimate) });
    }
  }, true);
}
