import { CustomChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { AXIS_HEIGHT, contend, isPainted, said } from './contender.js';

echarts.use([CanvasRenderer, CustomChart, GridComponent, LegendComponent, TooltipComponent]);

contend((room, { sources, estimates }, rowHeight) => {
  const chart = echarts.init(room);
  const renderItem = (_, api) => {
    const [left, y] = api.coord([api.value(1), api.value(0)]);
    const [right] = api.coord([api.value(2), api.value(0)]);
    const height = Math.max(1, rowHeight * 0.7);
    return { type: 'rect', shape: { x: left, y: y - height / 2, width: right - left, height }, style: { fill: '#2a6a9e' } };
  };
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 8, top: AXIS_HEIGHT, bottom: 0 },
    legend: { show: false },
    tooltip: { trigger: 'item', formatter: ({ value }) => said(estimates[value[0]], sources), renderMode: 'html' },
    xAxis: { type: 'value', position: 'top', min: 0 },
    yAxis: { type: 'category', inverse: true, show: false, data: estimates.map((_, place) => place) },
    series: sources.map((name, source) => ({
      type: 'custom',
      name,
      renderItem,
      encode: { x: [1, 2], y: 0 },
      data: estimates.flatMap((estimate, place) => (estimate.source === source ? [[place, estimate.low, estimate.high]] : [])),
    })),
  });
  const place = (index) => {
    const { low, high } = estimates[index];
    const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [(low + high) / 2, index]);
    const box = room.getBoundingClientRect();
    return { x: box.left + x, y: box.top + y };
  };
  return {
    place,
    isDrawn: (index) => isPainted(room.querySelector('canvas'), place(index)),
    show: (source, shown) =>
      chart.dispatchAction({ type: shown ? 'legendSelect' : 'legendUnSelect', name: sources[source] }),
    tooltip: () => {
      const tip = [...room.children].find((child) => child.style.zIndex === '9999999');
      return tip && tip.style.visibility !== 'hidden' && tip.style.opacity !== '0' ? tip.textContent : null;
    },
  };
});
