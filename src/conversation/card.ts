/** A conversation as the monitor shows it. Pure. */
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { Report } from '../monitor/report.ts';
import type { Escalation } from './escalation-state.ts';
import { memberOf } from './seat.ts';
import { viewOf } from './view.ts';
import type { ConversationRecord } from './record.ts';
import type { Summary } from './transcript.ts';

/** The longest last line, in Unicode code points. */
export const LAST_LINE_CHARS = 160;

export interface Standing {
  conversation: string;
  record: ConversationRecord;
  summary: Summary;
  /** Whether the visitor is here. */
  online: boolean;
  /** Whoever took over is not connected. */
  away: boolean;
  /** Somebody of the team has it open. */
  attended: boolean;
}

/** What the monitor is told. */
export function reportOf(standing: Standing, now: Millis): Report {
  const { record, online, attended } = standing;
  const { state } = record;
  const isOpen = state.phase !== 'ended';
  return {
    card: cardOf(standing),
    at: now,
    // Somebody who waits is shown until that is settled, and whoever talks to a person while one is there.
    isListed:
      isOpen && (online || state.phase === 'waiting' || (state.phase === 'human' && attended)),
    isReachable: attended || (isOpen && state.link !== null),
    settingsVersion: record.settings.version,
  };
}

/** The card alone. */
export function cardOf({ conversation, record, summary, online, away }: Standing): Card {
  const { state, about } = record;
  const { phase, waiting, agent } = viewOf(state, away);
  const { country, device, page, contact, identity } = about;
  const { last } = summary;
  return {
    conversation,
    phase,
    startedAt: summary.startedAt,
    lastAt: summary.lastAt,
    messages: summary.messages,
    lastLine: last ? shortened(last.text, LAST_LINE_CHARS) : '',
    ...(last && { lastRole: last.author.role }),
    ...(waiting && { waitingSince: waiting.since, notified: waiting.notified }),
    ...((state.phase === 'offered' || state.phase === 'waiting') && { reason: state.reason }),
    ...(agent && { agent: { ...agent, ...memberIn(state) } }),
    ...(country !== undefined && { country }),
    ...(device !== undefined && { device }),
    ...(page && { page }),
    ...(contact !== undefined && { contact }),
    ...(identity && { identity }),
    visitorOnline: online,
  };
}

function memberIn(state: Escalation): { member?: string } {
  const member = state.phase === 'human' ? memberOf(state.seat.id) : null;
  return member === null ? {} : { member };
}

/** The text on one line, cut off at `limit` code points. */
export function shortened(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  // Far more than enough is as good as all: a character takes two units at the most.
  const chars = Array.from(line.slice(0, 2 * limit + 2));
  return chars.length > limit ? `${chars.slice(0, limit - 1).join('')}…` : chars.join('');
}
