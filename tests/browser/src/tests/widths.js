// Everything in the widget that a person could not read: text that is cut off, or that lies over
// another text or over a mark of its own row. Gives a list of sentences.
const widget = document.querySelector('.troop-estimates');

const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const isSpoken = (element) => getComputedStyle(element).clipPath !== 'none' || (element.parentElement !== widget && element.parentElement && isSpoken(element.parentElement));

/** The boxes of a text node's lines, without the room above and below the letters. */
function lines(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const svg = node.parentElement.closest('text');
  const boxes = svg ? [svg.getBoundingClientRect()] : [...range.getClientRects()];
  return boxes
    .filter((box) => box.width > 0)
    .map(({ left, right, top, bottom, height }) => ({ left, right, top: top + height / 5, bottom: bottom - height / 5 }));
}

/** Whether a box that scrolls does not show all of it just now. */
function scrolledAway(element, box) {
  const scrolls = ({ overflowY }) => overflowY === 'auto' || overflowY === 'scroll';
  for (let around = element; around && around !== document.body; around = around.parentElement) {
    const { top, bottom } = around.getBoundingClientRect();
    if (scrolls(getComputedStyle(around)) && (box.top < top || box.bottom > bottom)) return true;
  }
  return false;
}

function texts() {
  const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !visible(element) || isSpoken(element)) continue;
    for (const box of lines(node)) {
      if (!scrolledAway(element, box)) found.push({ words: node.data.trim().slice(0, 60), element, box });
    }
  }
  return found;
}

/** What a text stands on: a tip lies over the page, and what it covers is not to be read. */
const ground = (element) => element.closest('[data-tip] > .te-provenance');

const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** The nearest box around an element that cuts off what does not fit, or the window. */
function clip(element) {
  for (let around = element; around; around = around.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(around);
    // What a box of its own scrolls to is not cut off.
    const cuts = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
    if (cuts && display !== 'inline' && around !== document.documentElement && around !== document.body) {
      return around.getBoundingClientRect();
    }
  }
  return { left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity };
}

const complaints = [];
const seen = texts();
if (!seen.length) complaints.push('there is nothing to read');
for (const { words, element, box } of seen) {
  const room = clip(element);
  const cut = box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1;
  if (cut) complaints.push(`“${words}” is cut off`);
}
seen.forEach((one, place) => {
  for (const other of seen.slice(place + 1)) {
    const onOneGround = ground(one.element) === ground(other.element);
    if (one.element !== other.element && onOneGround && overlap(one.box, other.box)) {
      complaints.push(`“${one.words}” lies over “${other.words}”`);
    }
  }
});
for (const row of document.querySelectorAll('.te-row')) {
  const marks = [...row.querySelectorAll('.te-strip :is(rect, circle, path)')].filter(visible);
  for (const { words, element, box } of seen) {
    if (!row.contains(element)) continue;
    const below = marks.some((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return overlap(box, { left, right, top, bottom });
    });
    if (below) complaints.push(`“${words}” lies over its mark`);
  }
}
// A control's words must fit into its border; what is set as running text, as on paper, has none.
for (const control of document.querySelectorAll('.te-segment, .te-chip, .te-button')) {
  const bordered = getComputedStyle(control).display !== 'inline';
  if (bordered && visible(control) && control.scrollWidth > control.clientWidth + 1) complaints.push(`“${control.textContent}” does not fit its border`);
}
return complaints;
