/** What a card says, in words. Pure but for the reader's own language. */
import { assertNever } from '../../../src/protocol/assert-never.ts';
import type { Millis, OfferReason } from '../../../src/protocol/entry.ts';
import type { PageInfo } from '../../../src/protocol/frames.ts';
import type { Card } from '../../../src/protocol/monitor.ts';

/** What a visitor is called: by the address they left, else by where they are. */
export function titleOf({ contact, country }: Pick<Card, 'contact' | 'country'>): string {
  return contact ?? countryName(country) ?? 'Visitor';
}

/** Who answers, or is to answer. */
export function phaseText(
  { phase, agent }: Pick<Card, 'phase' | 'agent'>,
  isMine: boolean,
): string {
  switch (phase) {
    case 'assistant':
      return 'AI';
    case 'offered':
      return 'Offered';
    case 'waiting':
      return 'Waiting';
    case 'human':
      if (isMine) return 'You';
      if (agent === undefined) return 'A person';
      return agent.away ? `${agent.name} is away` : agent.name;
    case 'ended':
      return 'Ended';
    default:
      return assertNever(phase);
  }
}

/** Why a visitor waits. */
export const REASONS: Readonly<Record<OfferReason, string>> = {
  asked: 'Asked for a person',
  frustrated: 'Lost patience',
  unanswered: 'The AI had no answer',
  button: 'Pressed the button',
};

/** Whose the last line is. */
export function speaker({ lastRole, agent }: Card, isMine: boolean): string | null {
  switch (lastRole) {
    case 'visitor':
      return 'Visitor';
    case 'assistant':
      return 'AI';
    case 'agent':
      return isMine ? 'You' : (agent?.name ?? 'Team');
    case undefined:
      return null;
    default:
      return assertNever(lastRole);
  }
}

/** The page the visitor is on: by its title, or else by its path. */
export function pageText(page: Partial<PageInfo> | undefined): string | null {
  const title = page?.title?.trim();
  if (title) return title;
  const url = page?.url ?? '';
  if (url === '') return null;
  return URL.canParse(url) ? new URL(url).pathname : url;
}

export const DEVICES = { desktop: 'Computer', phone: 'Phone', tablet: 'Tablet' } as const;

const MINUTE_MS = 60_000;

/** How long a conversation has been going on, to the minute. */
export function lasted(ms: Millis): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d`;
}

/** How many messages there are. */
export function counted(messages: number): string {
  return messages === 1 ? '1 message' : `${messages} messages`;
}

/** What the list is told aloud when visitors begin to wait. */
export function waitsText(cards: readonly Card[]): string {
  const [first] = cards;
  if (first === undefined) return '';
  if (cards.length > 1) return `${cards.length} more visitors are waiting for a person`;
  const name = countryName(first.country);
  return `A visitor is waiting for a person${name === null ? '' : ` (${name})`}`;
}

const names = new Map<string, string | null>();

/** A country's name in the reader's language; null for a code that is none, such as Tor's `T1`. */
export function countryName(code: string | undefined): string | null {
  if (code === undefined || !/^[A-Z]{2}$/.test(code) || code === 'XX') return null;
  const known = names.get(code);
  if (known !== undefined) return known;
  const name = regions()?.of(code) ?? null;
  names.set(code, name);
  return name;
}

/** A country's flag; null where there is none. */
export function flag(code: string | undefined): string | null {
  if (code === undefined || countryName(code) === null) return null;
  return String.fromCodePoint(...[...code].map((letter) => letter.charCodeAt(0) + FLAG_LETTERS));
}

/** From a capital letter to the letter that flags are spelt with. */
const FLAG_LETTERS = 0x1f1e6 - 65;

let known: Intl.DisplayNames | undefined;

/** Making one takes longer than a thousand answers of it. */
function regions(): Intl.DisplayNames {
  known ??= new Intl.DisplayNames([], { type: 'region', fallback: 'none' });
  return known;
}
