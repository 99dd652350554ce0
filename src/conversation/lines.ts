/** What the conversation itself says in the assistant's name. No model ever says these things. Pure. */
import type { Tongue } from '../language/codes.ts';
import { fill, inARow } from '../language/fill.ts';
import type { Said } from '../language/language.ts';
import { ago } from '../language/times.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Notified } from '../protocol/state.ts';
import type { Hours } from '../site/hours.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { FixedLine } from './escalation-state.ts';

/** Puts a fixed line, said now, into words of a language. `said`: its sentences. */
export function wordsFor(
  line: FixedLine,
  { contact, escalation }: SiteSettings,
  tongue: Tongue,
  said: Said,
  now: Millis,
): string {
  switch (line.line) {
    case 'no_person_here':
      return contact ? fill(said.noPersonBut, { contact }) : said.noPerson;
    case 'still_waiting': {
      const words = whileWaiting(line.notified, line.waitedMs, tongue, said);
      const back = backWords(line.backAt, escalation.hours, tongue, said, now);
      return back === '' ? words : inARow(tongue, words, back);
    }
    case 'nobody_yet': {
      const words = soFar(line.notified, line.waitedMs, tongue, said);
      return inARow(tongue, words, line.hasContact ? said.addressKept : said.leaveAddress);
    }
    default:
      return assertNever(line);
  }
}

function whileWaiting(notified: Notified, waitedMs: Millis, tongue: Tongue, said: Said): string {
  switch (notified) {
    case 'pending':
      return said.passingOn;
    case 'sent':
      return fill(said.told, { ago: ago(waitedMs, tongue) });
    case 'failed':
      return said.unreached;
    default:
      return assertNever(notified);
  }
}

function soFar(notified: Notified, waitedMs: Millis, tongue: Tongue, said: Said): string {
  switch (notified) {
    case 'pending':
      return said.stillTrying;
    case 'sent':
      return fill(said.toldNobodyYet, { ago: ago(waitedMs, tongue) });
    case 'failed':
      return said.couldNotReach;
    default:
      return assertNever(notified);
  }
}

/** Further off, a day of the week does not say which. */
const NEAR_MS = 6 * 24 * 3_600_000;

/** By the team's own clock, which is named: the visitor's may show another time. */
function backWords(
  at: Millis | null,
  hours: Hours | null,
  tongue: Tongue,
  said: Said,
  now: Millis,
): string {
  if (at === null || hours === null) return '';
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  const day = at - now > NEAR_MS && ({ day: 'numeric', month: 'long' } as const);
  const { timeZone } = hours;
  const when = new Intl.DateTimeFormat(tongue, { weekday: 'long', ...day, ...time, timeZone });
  return fill(said.backAt, { when: when.format(at) });
}
