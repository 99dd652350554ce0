/** Facts about conversations in words, as several pages say them. */
import type { MessageEntry } from '../protocol/entry.ts';
import type { Filter, Outcome } from '../site/history.ts';

/** What became of a conversation. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  ai: 'AI only',
  waiting: 'Waiting',
  taken_over: 'Taken over',
  nobody_came: 'Nobody came',
  given_up: 'Called off',
};

export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  all: 'All',
  ai: 'AI only',
  escalated: 'Escalated',
  taken_over: 'Taken over',
  nobody_came: 'Nobody came',
  open: 'Open now',
};

export const DEVICES = { desktop: 'Computer', phone: 'Phone', tablet: 'Tablet' } as const;

/** Who said it, as the team reads it. `assistant` is the assistant's name where the entry has none. */
export function authorName({ author }: MessageEntry, assistant: string): string {
  return author.role === 'visitor' ? 'Visitor' : (author.name ?? assistant);
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' });
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** The name of a country by its code; the code itself where it is none. */
export function countryName(code: string): string {
  return nameIn(REGIONS, code);
}

/** The name of a language by its tag; the tag itself where it is none. */
export function languageName(tag: string): string {
  return nameIn(LANGUAGES, tag);
}

function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A time's units, largest first: up to two of them are said. */
const UNITS = [
  { ms: DAY_MS, name: 'd' },
  { ms: HOUR_MS, name: 'h' },
  { ms: MINUTE_MS, name: 'min' },
  { ms: SECOND_MS, name: 's' },
] as const;

/** How long, in one or two units: `45 s`, `3 min 20 s`, `2 h`, `5 d 1 h`. */
export function durationWords(ms: number): string {
  if (ms > 0 && ms < SECOND_MS) return 'less than 1 s';
  const whole = Math.max(0, Math.round(ms / SECOND_MS)) * SECOND_MS;
  const at = UNITS.findIndex((unit) => whole >= unit.ms);
  const [first, second] = UNITS.slice(at === -1 ? -1 : at);
  if (!first) return '';
  const head = `${Math.floor(whole / first.ms)} ${first.name}`;
  const rest = second ? Math.floor((whole % first.ms) / second.ms) : 0;
  return second && rest > 0 ? `${head} ${rest} ${second.name}` : head;
}

/** `1 message`, `2 messages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A share in whole per cent. What is not all of it never reads as 100%, nor a little as none. */
export function percentWords(share: number): string {
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** The address if it is one of the web; null for any other scheme, and for what is no address. */
export function webUrl(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:')
    ? parsed.href
    : null;
}
