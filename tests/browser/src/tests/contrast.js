// How each text and mark of the widget stands out from what is behind it, as rendered: a list of
// [what, contrast ratio, least ratio that WCAG asks for].
const widget = document.querySelector('.troop-estimates');
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Red, green, blue and opacity of any colour that a style can be computed to. */
function channels(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}

function luminance(colour) {
  const [red, green, blue] = [...channels(colour)].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour that is painted behind an element. */
function ground(element) {
  for (let around = element; around; around = around.parentElement) {
    const { backgroundColor } = getComputedStyle(around);
    if (channels(backgroundColor)[3] === 255) return backgroundColor;
  }
  return 'Canvas';
}

const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const bands = [...document.querySelectorAll('.te-band')].map((band) => getComputedStyle(band).fill);
const found = [];

for (const element of widget.querySelectorAll('*')) {
  const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!words.length || !visible(element)) continue;
  const style = getComputedStyle(element);
  const drawn = element.localName === 'text';
  // Drawn words may stand on a band.
  for (const behind of [ground(element), ...(drawn ? bands : [])]) {
    found.push([`“${words[0].data.slice(0, 40)}”`, contrast(drawn ? style.fill : style.color, behind), 4.5]);
  }
}
for (const mark of widget.querySelectorAll(':is(.te-strip, .te-event-strip) :is(rect, circle, path)')) {
  if (!visible(mark)) continue;
  const { fill, stroke } = getComputedStyle(mark);
  for (const behind of [ground(mark), ...bands]) {
    const ratios = [fill, stroke].filter((colour) => colour !== 'none').map((colour) => contrast(colour, behind));
    found.push([mark.getAttribute('class'), Math.max(...ratios), 3]);
  }
}
for (const edge of widget.querySelectorAll('.te-band-edge')) {
  found.push(['edge of a band', contrast(getComputedStyle(edge).fill, ground(edge)), 3]);
}
for (const control of widget.querySelectorAll('.te-segment, .te-chip')) {
  if (visible(control)) found.push(['border of a control', contrast(getComputedStyle(control).borderTopColor, ground(control.parentElement)), 3]);
}
return found;
