// What the page of every library has: the data, a checkbox for each source, room for the chart, and `bench`, through
// which the measuring finds marks and checkboxes. `draw` fills the room, which is as high as all rows.
const ROW_HEIGHTS = [[10, 28], [100, 10], [1000, 3], [Infinity, 1]];
export const AXIS_HEIGHT = 30;

const two = (number) => new Intl.NumberFormat('en').format(number);
export const said = ({ low, high, source }, sources) => `${sources[source]}: ${two(low)} to ${two(high)}`;

async function begin(draw) {
  const data = await (await fetch('data.json')).json();
  const { sources, estimates } = data;
  const [, rowHeight] = ROW_HEIGHTS.find(([most]) => estimates.length <= most);
  const room = document.querySelector('.chart');
  room.style.height = `${estimates.length * rowHeight + AXIS_HEIGHT}px`;
  const boxes = sources.map((source) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    label.append(box, ` ${source}`);
    document.querySelector('fieldset').append(label);
    return box;
  });
  const chart = await draw(room, data, rowHeight);
  boxes.forEach((box, source) => box.addEventListener('change', () => chart.show(source, box.checked)));
  return { ...chart, checkbox: (source) => boxes[source] };
}

export function contend(draw) {
  window.bench = begin(draw);
}

// Whether something is painted at a place of a canvas, beside the ground and the lines of the axis.
export function isPainted(canvas, { x, y }) {
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const [red, green, blue, alpha] = canvas.getContext('2d').getImageData((x - box.left) * scale, (y - box.top) * scale, 1, 1).data;
  return alpha > 128 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40;
}

export const middle = (element) => {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
};
