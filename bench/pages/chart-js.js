import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { contend, isPainted, said } from './contender.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

contend((room, { sources, estimates }) => {
  const canvas = document.createElement('canvas');
  room.append(canvas);
  // What its documentation advises for speed: data in the inner format, no animation.
  const datasets = sources.map((label, source) => ({
    label,
    backgroundColor: '#2a6a9e',
    grouped: false,
    barPercentage: 0.7,
    categoryPercentage: 1,
    minBarLength: 1,
    data: estimates.map((estimate) => (estimate.source === source ? [estimate.low, estimate.high] : null)),
  }));
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: estimates.map((_, place) => place), datasets },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      scales: { x: { min: 0, position: 'top' }, y: { ticks: { display: false }, grid: { display: false } } },
      plugins: { tooltip: { callbacks: { title: () => '', label: ({ dataIndex }) => said(estimates[dataIndex], sources) } } },
    },
  });
  const place = (index) => {
    const { x, y, base } = chart.getDatasetMeta(estimates[index].source).data[index];
    const box = canvas.getBoundingClientRect();
    return { x: box.left + (x + base) / 2, y: box.top + y };
  };
  return {
    place,
    isDrawn: (index) => isPainted(canvas, place(index)),
    show: (source, shown) => {
      chart.setDatasetVisibility(source, shown);
      chart.update();
    },
    tooltip: () => (chart.tooltip.opacity > 0 ? chart.tooltip.body?.[0].lines[0] : null),
  };
});
