/** Draws the overview's charts, in the page's own colours and anew whenever those change. */
import { conversationsChart, takeoverChart } from './overview/charts.ts';
import { readChartData } from './overview/data.ts';

const place = document.querySelector<HTMLElement>('[data-charts]');
const data = place && readChartData(place.dataset['charts'] ?? '');

if (data) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const makers = { conversations: conversationsChart, takeovers: takeoverChart };
  const canvases = Object.entries(makers).flatMap(([name, make]) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`canvas[data-chart="${name}"]`);
    return canvas ? [{ canvas, make }] : [];
  });
  const draw = (isAnimated: boolean) =>
    canvases.map(({ canvas, make }) => make(canvas, data, isAnimated && !still.matches));

  let charts = draw(true);
  dark.addEventListener('change', () => {
    for (const chart of charts) chart.destroy();
    charts = draw(false);
  });
}
