/** What came of it, in lines for people. Pure. */
import type { ChaosOptions } from './options.ts';
import type { Outcome } from './run.ts';
import type { FaultKind } from './verdict.ts';

/** So many faults are told one by one. */
const TOLD = 40;

/** The table, and every fault behind it. */
export function reportOf(outcome: Outcome, { seed }: ChaosOptions): string {
  const { faults } = outcome;
  const count = (kind: FaultKind) => faults.filter(({ is }) => is === kind).length;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const rows: readonly (readonly [string, number | string])[] = [
    ['sent', outcome.sent],
    ['acknowledged', outcome.acknowledged],
    ['refused to agents who had handed back', outcome.refused],
    ['lost', count('lost')],
    ['doubled', count('doubled')],
    ['out of order', count('out_of_order')],
    ['gaps', count('gap')],
    ['invented', count('invented')],
    ['stuck', count('stuck')],
    ['out of turn', count('out_of_turn')],
    ['longest silence: a tab without a connection', seconds(outcome.longestSilenceMs)],
    ['longest silence: from said to acknowledged', seconds(outcome.longestWaitMs)],
    ['until all was settled', seconds(outcome.settledMs)],
    ['takeovers', outcome.takeovers],
    ['entries stored', outcome.entries],
    ['server killed', outcome.kills],
    ['connections cut', outcome.cuts],
    ['connections half-opened', outcome.halfOpens],
    ['connections held up', outcome.held],
    ['frames duplicated', outcome.duplicates],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}${String(value).padStart(8)}`);
  if (faults.length > 0) {
    lines.push('', `Seed ${seed}.`);
    for (const { is, ref, detail } of faults.slice(0, TOLD)) {
      lines.push(`${is.replaceAll('_', ' ')}${ref === undefined ? '' : ` ${ref}`}: ${detail}`);
    }
    if (faults.length > TOLD) lines.push(`… and ${faults.length - TOLD} more`);
  }
  return `${lines.join('\n')}\n`;
}
