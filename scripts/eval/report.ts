/** An evaluation as text: tables whose columns stand under each other. Pure. */
import { ASKING_FROM, FRUSTRATED_FROM, UNSURE_FROM, UNSURE_TO } from '../../src/intent/decide.ts';
import { calibrationOf, CHAT, COST, curveOf } from './curve.ts';
import type { Result } from './evaluate.ts';
import { accuracyOf, falseAlarmsOf, type Judged } from './tally.ts';

/** A part of the report, with a heading. */
export interface Part {
  title: string;
  lines: string[];
}

/** Everything there is to tell about these results. */
export function reportOf(results: readonly Result[]): Part[] {
  const hasSources = new Set(results.map(({ row }) => row.source)).size > 1;
  return [
    { title: 'All, and by language', lines: groupsOf(results, ({ row }) => row.language) },
    ...(hasSources
      ? [{ title: 'By source', lines: groupsOf(results, ({ row }) => row.source) }]
      : []),
    { title: 'Against simpler ways', lines: comparison(results) },
    { title: 'When to offer a person', lines: curve(results) },
    { title: 'How sure, and how often right', lines: calibration(results) },
    { title: 'Time', lines: timing(results) },
  ];
}

function groupsOf(results: readonly Result[], groupOf: (result: Result) => string): string[] {
  const groups = [...new Set(results.map(groupOf))].toSorted();
  const lines = [row('', 'label', 'precision', 'recall', 'F1', 'rows')];
  const add = (name: string, own: readonly Result[]): void => {
    for (const { label, precision, recall, f1, rows } of accuracyOf(judgedOf(own))) {
      lines.push(row(name, label, share(precision), share(recall), share(f1), String(rows)));
    }
  };
  add('*', results);
  for (const group of groups)
    add(
      group,
      results.filter((one) => groupOf(one) === group),
    );
  const { count, of } = falseAlarmsOf(judgedOf(results));
  lines.push(
    '',
    `false alarms of ask_human and frustrated on other: ${count} of ${of} (${percent(count / of)})`,
  );
  return lines;
}

function judgedOf(results: readonly Result[]): Judged[] {
  return results.map(({ row: { expected }, label }) => ({ expected, label }));
}

function comparison(results: readonly Result[]): string[] {
  const ways: readonly [string, (result: Result) => Judged][] = [
    ['detector', ({ row: { expected }, label }) => ({ expected, label })],
    ['first version, by rules', ({ row: { expected }, first }) => ({ expected, label: first })],
    ['keywords', ({ row: { expected }, keywords }) => ({ expected, label: keywords })],
  ];
  const lines = [
    `${''.padEnd(24)} ${['ask_human', 'frustrated', 'confirm', 'decline', 'false alarms'].map((one) => one.padStart(12)).join(' ')}`,
  ];
  for (const [name, judgedBy] of ways) {
    const judged = results.map(judgedBy);
    const f1 = new Map(accuracyOf(judged).map((one) => [one.label, one.f1]));
    const { count, of } = falseAlarmsOf(judged);
    const figures = (['ask_human', 'frustrated', 'confirm', 'decline'] as const).map((label) =>
      share(f1.get(label) ?? NaN),
    );
    lines.push(
      `${name.padEnd(24)} ${[...figures, percent(count / of)].map((one) => one.padStart(12)).join(' ')}`,
    );
  }
  return lines;
}

const BAR = 40;

function curve(results: readonly Result[]): string[] {
  const points = curveOf(results.map(({ row: { expected }, scores }) => ({ expected, scores })));
  const worst = Math.max(...points.map(({ cost }) => cost));
  const least = points.reduce((best, point) => (point.cost < best.cost ? point : best));
  const unsure = results.filter((one) => one.isUnsure);
  const wrong = results.filter(({ row: { expected }, label }) => expected !== label);
  const inBand = wrong.filter((one) => one.isUnsure).length;
  return [
    'from   missed   missed      false    cost',
    '       asking   frustrated  offers',
    ...points.map(({ from, missedAsking, missedFrustrated, falseOffers, cost }) =>
      [
        from.toFixed(2),
        percent(missedAsking).padStart(8),
        percent(missedFrustrated).padStart(10),
        percent(falseOffers).padStart(10),
        cost.toFixed(1).padStart(7),
        ` ${'#'.repeat(Math.max(1, Math.round((BAR * cost) / worst)))}`,
      ].join(' '),
    ),
    '',
    `cost: per 1,000 messages, of which ${CHAT.asking} ask for a person and ${CHAT.frustrated} are frustrated, in false offers;`,
    `a missed request costs ${COST.missedAsking}, a missed frustration ${COST.missedFrustrated}. Least at ${least.from.toFixed(2)}.`,
    `used: ${ASKING_FROM.toFixed(2)} for asking, ${FRUSTRATED_FROM.toFixed(2)} for frustration`,
    `unsure, from ${UNSURE_FROM.toFixed(2)} to ${UNSURE_TO.toFixed(2)}: ${percent(unsure.length / results.length)} of the messages, and ${percent(inBand / wrong.length)} of those judged wrongly.`,
  ];
}

function calibration(results: readonly Result[]): string[] {
  const judged = results
    .filter(({ tier }) => tier === 'embedded')
    .map(({ row: { expected }, label, score }) => {
      const isTeam = (one: string): boolean => one === 'ask_human' || one === 'frustrated';
      return { score, isRight: label === expected || (isTeam(label) && isTeam(expected)) };
    });
  return [
    'score         rows   said    was',
    ...calibrationOf(judged).map(
      ({ from, to, rows, said, was }) =>
        `${from.toFixed(1)} to ${to.toFixed(1)} ${String(rows).padStart(7)}  ${share(said)}  ${share(was)}`,
    ),
  ];
}

function timing(results: readonly Result[]): string[] {
  const micros = results.map((one) => one.micros).toSorted((a, b) => a - b);
  const at = (part: number): string => (micros[Math.floor(micros.length * part)] ?? 0).toFixed(1);
  return [
    `median time: ${at(0.5)} µs a message, 99th percentile ${at(0.99)} µs, ${micros.length} messages`,
  ];
}

function row(group: string, label: string, ...figures: readonly string[]): string {
  return `${group.padEnd(20)} ${label.padEnd(10)} ${figures.map((figure) => figure.padStart(9)).join(' ')}`.trimEnd();
}

function share(part: number): string {
  return Number.isNaN(part) ? '-' : part.toFixed(3);
}

function percent(part: number): string {
  return Number.isNaN(part) ? '-' : `${(100 * part).toFixed(2)} %`;
}
