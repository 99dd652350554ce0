/** The two charts. Only the parts of the plotting library that they are made of are bundled. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartData } from './data.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
);

/** Something drawn, until it is to be drawn anew. */
interface Drawn {
  destroy(): void;
}

const ANIMATION_MS = 300;

/** Conversations per day, stacked by outcome. */
export function conversationsChart(
  canvas: HTMLCanvasElement,
  { days, stacks }: ChartData,
  isAnimated: boolean,
): Drawn {
  const look = lookOf(canvas);
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: days,
      datasets: stacks.map(({ name, color, values }) => ({
        label: name,
        data: values,
        backgroundColor: look.color(color),
        maxBarThickness: 32,
        borderRadius: { topLeft: 2, topRight: 2 },
        // A hairline of the ground between two parts of a stack.
        borderColor: look.surface,
        borderWidth: { top: 1 },
        borderSkipped: false,
      })),
    },
    options: {
      ...options(look, days, isAnimated, (stack, day) =>
        (stacks[stack]?.values[day] ?? 0).toLocaleString(),
      ),
      scales: {
        x: { ...dayScale(look, days), stacked: true },
        y: { ...valueScale(look), stacked: true, ticks: { ...look.ticks, precision: 0 } },
      },
    },
  });
}

/** Median and 95th percentile of the time to takeover, per day. Days without one are gaps, bridged. */
export function takeoverChart(
  canvas: HTMLCanvasElement,
  { days, lines, marks }: ChartData,
  isAnimated: boolean,
): Drawn {
  const look = lookOf(canvas);
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: days,
      datasets: lines.map(({ name, color, values }, index) => ({
        label: name,
        data: values,
        borderColor: look.color(color),
        backgroundColor: look.color(color),
        borderDash: index === 0 ? [] : [4, 4],
        borderWidth: 2,
        pointRadius: days.length > 31 ? 2 : 3,
        pointHoverRadius: 5,
        spanGaps: true,
      })),
    },
    options: {
      ...options(look, days, isAnimated, (line, day) => lines[line]?.words[day] ?? ''),
      scales: {
        x: dayScale(look, days),
        y: {
          ...valueScale(look),
          max: marks.at(-1)?.at ?? 0,
          ticks: {
            ...look.ticks,
            stepSize: marks[1]?.at ?? 0,
            callback: (value) => marks.find(({ at }) => at === value)?.words ?? '',
          },
        },
      },
    },
  });
}

function options(
  look: Look,
  days: readonly string[],
  isAnimated: boolean,
  words: (series: number, day: number) => string,
) {
  return {
    animation: isAnimated ? { duration: ANIMATION_MS } : false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    plugins: {
      tooltip: {
        backgroundColor: look.text,
        titleColor: look.surface,
        bodyColor: look.surface,
        titleFont: look.font,
        bodyFont: look.font,
        cornerRadius: 8,
        padding: 10,
        boxPadding: 6,
        usePointStyle: true,
        callbacks: {
          title: ([item]) => (item ? dayWords(days[item.dataIndex] ?? '', 'long') : ''),
          label: ({ dataset, datasetIndex, dataIndex }) =>
            `${dataset.label}: ${words(datasetIndex, dataIndex)}`,
        },
      },
    },
  } satisfies ChartOptions<'bar' | 'line'>;
}

interface Look {
  text: string;
  surface: string;
  line: string;
  font: { family: string; size: number };
  ticks: { color: string; font: { family: string; size: number } };
  color: (name: string) => string;
}

/** The page's colours as they are now. */
function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = { family: style.fontFamily, size: 13 };
  return {
    text: token('text'),
    surface: token('surface'),
    line: token('line'),
    font,
    ticks: { color: token('muted'), font },
    color: (name) => token(`chart-${name}`),
  };
}

function dayScale({ ticks, line }: Look, days: readonly string[]) {
  return {
    grid: { display: false },
    border: { color: line },
    ticks: {
      ...ticks,
      maxRotation: 0,
      autoSkipPadding: 16,
      callback: (_: unknown, index: number) => dayWords(days[index] ?? '', 'short'),
    },
  };
}

function valueScale({ line }: Look) {
  return { beginAtZero: true, grid: { color: line }, border: { display: false } };
}

const DAYS = {
  short: new Intl.DateTimeFormat([], { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat([], { dateStyle: 'full', timeZone: 'UTC' }),
} as const;

function dayWords(day: string, length: 'short' | 'long'): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : DAYS[length].format(at);
}
