import embed from 'vega-embed';
import { AXIS_HEIGHT, contend, middle, said } from './contender.js';

contend(async (room, { sources, estimates }, rowHeight) => {
  const values = estimates.map((estimate, place) => ({ ...estimate, place, said: said(estimate, sources) }));
  const { view } = await embed(
    room,
    {
      width: room.clientWidth - 10,
      height: estimates.length * rowHeight,
      autosize: 'none',
      padding: { left: 0, right: 10, top: AXIS_HEIGHT, bottom: 0 },
      data: { values },
      params: [{ name: 'hidden', value: [] }],
      transform: [{ filter: 'indexof(hidden, datum.source) < 0' }],
      mark: { type: 'bar', color: '#2a6a9e' },
      encoding: {
        x: { field: 'low', type: 'quantitative', axis: { orient: 'top', title: null }, scale: { domainMin: 0 } },
        x2: { field: 'high' },
        y: { field: 'place', type: 'ordinal', axis: null, scale: { domain: values.map(({ place }) => place) } },
        tooltip: { field: 'said' },
      },
    },
    { actions: false },
  );
  const hidden = new Set();
  const bar = (index) =>
    [...room.querySelectorAll('.role-mark path')].find((path) => path.__data__?.datum.place === index);
  return {
    place: (index) => middle(bar(index)),
    isDrawn: (index) => bar(index)?.getBoundingClientRect().width > 0,
    show: (source, shown) => {
      if (shown) hidden.delete(source);
      else hidden.add(source);
      view.signal('hidden', [...hidden]).run();
    },
    tooltip: () => document.querySelector('#vg-tooltip-element.visible')?.textContent ?? null,
  };
});
