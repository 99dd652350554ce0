/** The overview: how a website's conversations went, in numbers, by day. */
import type { ComponentChildren } from 'preact';
import { type DayStats, type Range, RANGES, type Stats } from '../site/stats.ts';
import type { Outcome } from '../site/history.ts';
import { counted, durationWords, OUTCOMES, percentWords } from './conversation-words.ts';
import { type DashboardPage, pathOf } from './layout.tsx';
import { Empty } from './parts.tsx';
import { timeMarks } from './time-marks.ts';

/** Draws the charts. */
export const OVERVIEW_SCRIPT = '/baton/overview.js';

/** The order in which outcomes are stacked and listed. */
const STACK: readonly Outcome[] = ['ai', 'taken_over', 'waiting', 'given_up', 'nobody_came'];

export interface OverviewProps {
  site: string;
  range: Range;
  stats: Stats;
}

export function overviewPage(
  props: OverviewProps,
): Omit<DashboardPage, 'visit' | 'site' | 'flash'> {
  return {
    current: 'overview',
    title: 'Overview',
    lead: 'Conversations by the day they began, in UTC.',
    actions: <Ranges site={props.site} range={props.range} />,
    width: 'wide',
    modules: [OVERVIEW_SCRIPT],
    body: <Overview {...props} />,
  };
}

function Ranges({ site, range }: { site: string; range: Range }) {
  return (
    <nav class="segments" aria-label="Range">
      <ul>
        {RANGES.map((days) => (
          <li key={days}>
            <a
              href={`${pathOf(site, 'overview')}?days=${days}`}
              aria-current={days === range ? 'true' : undefined}
            >
              {days} days
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Overview({ site, range, stats }: OverviewProps) {
  if (stats.total.conversations === 0) {
    return (
      <Empty icon="overview" title={`No conversations in the last ${range} days`}>
        <p>Numbers and charts appear with the first one.</p>
        <p>
          <a href={pathOf(site, 'history')}>Look through the history</a>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <Figures {...stats} />
      <Charts range={range} stats={stats} />
      <DayTable stats={stats} range={range} />
    </>
  );
}

function Figures({ total, aiShare }: Stats) {
  const { conversations, offered, accepted, notified, outcomes, median, p95 } = total;
  return (
    <dl class="figures">
      <FigureView name="Conversations" value={conversations.toLocaleString('en')} />
      <FigureView
        name="AI alone"
        value={aiShare === null ? '–' : percentWords(aiShare)}
        note={counted(outcomes.ai, 'conversation')}
      />
      <FigureView
        name="A person was offered"
        value={offered.toLocaleString('en')}
        note={shareOf(offered, conversations, 'of conversations')}
      />
      <FigureView
        name="Visitors said yes"
        value={accepted.toLocaleString('en')}
        note={shareOf(accepted, offered, 'of offers')}
      />
      <FigureView
        name="Team was notified"
        value={notified.toLocaleString('en')}
        note={shareOf(notified, accepted, 'of requests')}
      />
      <FigureView
        name="Taken over"
        value={outcomes.taken_over.toLocaleString('en')}
        note={shareOf(outcomes.taken_over, conversations, 'of conversations')}
      />
      <FigureView
        name="Median time to takeover"
        value={timeWords(median)}
        note="from yes to a person"
      />
      <FigureView name="95% taken over within" value={timeWords(p95)} note="from yes to a person" />
    </dl>
  );
}

function FigureView({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div class="card figure">
      <dt>{name}</dt>
      <dd>
        <span class="figure-value">{value}</span>
        {note !== undefined && <span class="figure-note">{note}</span>}
      </dd>
    </div>
  );
}

function shareOf(part: number, whole: number, of: string): string {
  return whole === 0 ? '' : `${percentWords(Math.min(1, part / whole))} ${of}`;
}

function timeWords(ms: number | null): string {
  return ms === null ? '–' : durationWords(ms);
}

/** What the script draws: one list of numbers per line or stack, as long as `days`. */
export interface ChartData {
  /** `2026-11-23` */
  days: string[];
  stacks: { name: string; color: string; values: number[] }[];
  /** `words` are the values as they are said. */
  lines: { name: string; color: string; values: (number | null)[]; words: string[] }[];
  /** Where the lines' axis has its marks, in ms, and what stands there. */
  marks: { at: number; words: string }[];
}

function chartData({ days }: Stats): ChartData {
  return {
    days: days.map(({ day }) => dayOf(day)),
    stacks: STACK.map((outcome) => ({
      name: OUTCOMES[outcome],
      color: outcome,
      values: days.map(({ outcomes }) => outcomes[outcome]),
    })),
    lines: [
      lineOf(
        'median',
        days.map(({ median }) => median),
      ),
      lineOf(
        'p95',
        days.map(({ p95 }) => p95),
      ),
    ],
    marks: timeMarks(Math.max(0, ...days.map(({ p95 }) => p95 ?? 0))).map((at) => ({
      at,
      words: durationWords(at),
    })),
  };
}

const LINES = { median: 'Median', p95: '95th percentile' } as const;

function lineOf(color: keyof typeof LINES, values: (number | null)[]) {
  return { name: LINES[color], color, values, words: values.map(timeWords) };
}

function Charts({ stats, range }: { stats: Stats; range: Range }) {
  const { total } = stats;
  const described = `The same numbers are in the table “By day” below.`;
  return (
    <div class="charts" data-charts={JSON.stringify(chartData(stats))}>
      <Chart
        id="conversations"
        title="Conversations per day"
        legend={STACK.map((outcome) => ({ name: OUTCOMES[outcome], color: outcome }))}
        label={`Conversations on each of the last ${range} days by outcome, ${total.conversations.toLocaleString('en')} in all. ${described}`}
      />
      <Chart
        id="takeovers"
        title="Time to takeover"
        legend={[
          { name: LINES.median, color: 'median' },
          { name: LINES.p95, color: 'p95' },
        ]}
        label={`Median and 95th percentile of the time to takeover on each of the last ${range} days. ${described}`}
      >
        {total.median === null && (
          <p class="chart-none">Nobody who wanted a person has met one in these days.</p>
        )}
      </Chart>
    </div>
  );
}

function Chart(props: {
  id: string;
  title: string;
  label: string;
  legend: readonly { name: string; color: string }[];
  /** What stands instead of a chart, if there is nothing to draw. */
  children?: ComponentChildren;
}) {
  const { id, title, label, legend, children } = props;
  return (
    <section class="card chart" aria-labelledby={`chart-${id}`}>
      <h2 id={`chart-${id}`}>{title}</h2>
      {children || (
        <>
          <ul class="legend">
            {legend.map(({ name, color }) => (
              <li key={color} class={color}>
                {name}
              </li>
            ))}
          </ul>
          <div class="chart-room">
            <canvas data-chart={id} role="img" aria-label={label} />
          </div>
          <noscript>
            <p class="chart-none">Charts need scripts. The numbers are in the table below.</p>
          </noscript>
        </>
      )}
    </section>
  );
}

function DayTable({ stats: { days }, range }: { stats: Stats; range: Range }) {
  return (
    <details class="card by-day">
      <summary>By day</summary>
      {/* Wider than a phone: it scrolls by itself, also with the keyboard. */}
      <div class="by-day-room" role="region" aria-label="Table by day" tabIndex={0}>
        <table>
          <caption class="hidden">The last {range} days, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col">Conversations</th>
              {STACK.map((outcome) => (
                <th key={outcome} scope="col">
                  {OUTCOMES[outcome]}
                </th>
              ))}
              <th scope="col">Offered</th>
              <th scope="col">Said yes</th>
              <th scope="col">Notified</th>
              <th scope="col">Median time</th>
              <th scope="col">95th percentile</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <DayRowView key={day.day} {...day} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function DayRowView(stats: DayStats) {
  const { day, conversations, outcomes, offered, accepted, notified, median, p95 } = stats;
  return (
    <tr class={conversations === 0 ? 'none' : undefined}>
      <th scope="row">{dayOf(day)}</th>
      <td>{conversations}</td>
      {STACK.map((outcome) => (
        <td key={outcome}>{outcomes[outcome]}</td>
      ))}
      <td>{offered}</td>
      <td>{accepted}</td>
      <td>{notified}</td>
      <td>{timeWords(median)}</td>
      <td>{timeWords(p95)}</td>
    </tr>
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
