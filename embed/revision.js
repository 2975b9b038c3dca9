// A link names the state of the data that it was made from; where that was another one, the page says so.
export function revision(place, number) {
  const asked = new URLSearchParams(location.search).get(`te${number ? number + 1 : ''}-rev`);
  if (!asked || asked === place.dataset.revision) return;
  const told = [...place.querySelectorAll('template[data-revision]')];
  const known = told.find(({ dataset }) => dataset.revision === asked) ?? told.at(-1);
  known?.replaceWith(known.content);
}
