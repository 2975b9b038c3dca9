import Plotly from 'plotly.js-basic-dist-min';
import { AXIS_HEIGHT, contend, middle, said } from './contender.js';

contend(async (room, { sources, estimates }, rowHeight) => {
  const traces = sources.map((name, source) => {
    const own = estimates.flatMap((estimate, place) => (estimate.source === source ? [{ ...estimate, place }] : []));
    return {
      type: 'bar',
      orientation: 'h',
      name,
      y: own.map(({ place }) => place),
      base: own.map(({ low }) => low),
      x: own.map(({ low, high }) => high - low),
      text: own.map((estimate) => said(estimate, sources)),
      textposition: 'none',
      hovertemplate: '%{text}<extra></extra>',
      marker: { color: '#2a6a9e' },
      width: 0.7,
    };
  });
  await Plotly.newPlot(
    room,
    traces,
    {
      barmode: 'overlay',
      height: estimates.length * rowHeight + AXIS_HEIGHT,
      margin: { l: 0, r: 8, t: AXIS_HEIGHT, b: 0 },
      showlegend: false,
      hovermode: 'closest',
      xaxis: { side: 'top', rangemode: 'tozero', fixedrange: true },
      yaxis: { range: [estimates.length - 0.5, -0.5], visible: false, fixedrange: true },
    },
    { displayModeBar: false, responsive: false },
  );
  const bar = (index) => {
    const { source } = estimates[index];
    const trace = [...room.querySelectorAll('.barlayer .trace')].find((node) => node.__data__?.[0].trace.index === source);
    const rank = estimates.slice(0, index).filter((other) => other.source === source).length;
    return trace?.querySelectorAll('.point path')[rank];
  };
  return {
    place: (index) => middle(bar(index)),
    isDrawn: (index) => (bar(index)?.getBoundingClientRect().width ?? 0) > 0,
    show: (source, shown) => Plotly.restyle(room, { visible: shown }, [source]),
    tooltip: () => room.querySelector('.hoverlayer .hovertext')?.textContent ?? null,
  };
});
