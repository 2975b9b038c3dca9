import { barX, plot } from '@observablehq/plot';
import { AXIS_HEIGHT, contend, middle, said } from './contender.js';

contend((room, { sources, estimates }, rowHeight) => {
  const shown = sources.map(() => true);
  const most = Math.max(...estimates.map(({ high }) => high));
  let drawn = [];
  function draw() {
    const rows = estimates.map((estimate, place) => ({ ...estimate, place })).filter(({ source }) => shown[source]);
    const figure = plot({
      width: room.clientWidth,
      height: estimates.length * rowHeight + AXIS_HEIGHT,
      marginLeft: 0,
      marginTop: AXIS_HEIGHT,
      marginBottom: 0,
      x: { domain: [0, most], axis: 'top', grid: true },
      y: { domain: estimates.map((_, place) => place), axis: null, padding: 0.3 },
      marks: [
        barX(rows, {
          x1: 'low',
          x2: 'high',
          y: 'place',
          fill: '#2a6a9e',
          tip: true,
          title: (row) => said(row, sources),
        }),
      ],
    });
    room.replaceChildren(figure);
    const bars = [...figure.querySelectorAll('[aria-label="bar"] rect')];
    drawn = new Map(rows.map(({ place }, index) => [place, bars[index]]));
  }
  draw();
  return {
    place: (index) => middle(drawn.get(index)),
    isDrawn: (index) => drawn.get(index)?.isConnected ?? false,
    show: (source, isShown) => {
      shown[source] = isShown;
      draw();
    },
    tooltip: () => room.querySelector('[aria-label="tip"] text')?.textContent ?? null,
  };
});
