/** What follows from a report: what is to be written, and what the watchers are told. Pure. */
import type { Millis } from '../protocol/entry.ts';
import type { MonitorFrame } from '../protocol/monitor.ts';
import type { Report } from './report.ts';

/** What the monitor knows of one conversation. */
export interface Known {
  /** When its last report was made. */
  at: Millis;
  settingsVersion: number;
  /** Its card as JSON; null while it is not to be shown. */
  card: string | null;
}

type Change =
  /** It was overtaken by a later one. */
  | { type: 'stale' }
  /** It says what is known already: not worth a write. */
  | { type: 'same' }
  | { type: 'keep'; known: Known; tell: MonitorFrame | null }
  /** Neither to be shown nor to be reached: what was known is forgotten. */
  | { type: 'drop'; tell: MonitorFrame | null };

/** Weighs a report against what is known of its conversation. */
export function weigh(known: Known | null, report: Report): Change {
  if (known && report.at < known.at) return { type: 'stale' };
  const { card, at, settingsVersion } = report;
  const gone = known ? goneFrame(card.conversation, known) : null;
  if (!report.isListed && !report.isReachable) return { type: 'drop', tell: gone };
  const text = report.isListed ? JSON.stringify(card) : null;
  const isShownAlike = known !== null && known.card === text;
  if (isShownAlike && known.settingsVersion === settingsVersion) return { type: 'same' };
  const tell: MonitorFrame | null = report.isListed ? { type: 'card', card } : gone;
  return {
    type: 'keep',
    known: { at, settingsVersion, card: text },
    tell: isShownAlike ? null : tell,
  };
}

/** What watchers are told when a conversation is no more; null if they were never told of it. */
export function goneFrame(conversation: string, known: Known): MonitorFrame | null {
  return known.card === null ? null : { type: 'gone', conversation };
}
