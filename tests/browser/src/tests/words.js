// Every word in sight in the widget: where it stands, and its colour if nothing makes it fade.
const TIP = '[data-tip] > .te-provenance';
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Red, green and blue of any colour that a style can be computed to, if it is opaque. */
function opaque(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? [red, green, blue] : null;
}

function around(element, holds) {
  for (let here = element; here; here = here.parentElement) if (holds(getComputedStyle(here))) return true;
  return false;
}

/** Where a word stands, if it does so in one line and nothing covers it. */
function place(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const boxes = [...range.getClientRects()];
  if (boxes.length !== 1) return null;
  const [{ left, top, width, height }] = boxes;
  const above = document.elementFromPoint(left + width / 2, top + height / 2)?.closest(TIP) ?? null;
  return above === node.parentElement.closest(TIP) ? [left, top, width, height] : null;
}

const found = [];
const walker = document.createTreeWalker(document.querySelector('.troop-estimates'), NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  const element = node.parentElement;
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  // Words for the ear alone are cut off or have no size; those of a choice that is not open are nowhere.
  if (around(element, ({ clipPath, fontSize }) => clipPath !== 'none' || parseFloat(fontSize) === 0)) continue;
  const part = `${element.closest(TIP) ? 'te-tip ' : ''}${element.closest('.te-time-axis') ? 'te-time-axis ' : ''}` + element.closest('[class]').getAttribute('class');
  const { color, fill } = getComputedStyle(element);
  const fades = around(element, ({ opacity, mixBlendMode, filter }) =>
    opacity !== '1' || mixBlendMode !== 'normal' || filter !== 'none');
  const colour = fades ? null : opaque(element.localName === 'text' ? fill : color);
  for (const word of node.data.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)) {
    const box = place(node, word.index, word.index + word[0].length);
    if (box && box[2] > 1) found.push({ word: word[0], part, box, colour });
  }
}
return found;
