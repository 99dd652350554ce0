/** Compares what was said and seen with what is stored. Pure. */
import { type Entry, isTeamOnly, type MessageEntry } from '../../src/protocol/entry.ts';
import type { Heard, Said } from './ledger.ts';

/** A stored conversation. */
export interface Truth {
  conversation: string;
  team: readonly Entry[];
  /** As its visitor is told it; null where nobody has the key: another tab's conversation came first. */
  visitor: readonly Entry[] | null;
}

export type FaultKind =
  /** Said, and neither stored nor refused. */
  | 'lost'
  /** Stored more than once. */
  | 'doubled'
  /** Stored before what the same tab said earlier. */
  | 'out_of_order'
  /** An entry is missing, where a log or somebody's view of it should have one. */
  | 'gap'
  /** Something was shown that is not stored like that, or stored that nobody said. */
  | 'invented'
  /** Long after all was calm, a tab was without a connection, or had words that it had not got rid of. */
  | 'stuck'
  /** The assistant spoke while a person had the conversation, or a person spoke who had not. */
  | 'out_of_turn';

interface Fault {
  is: FaultKind;
  /** The words' stamp, if they have one. */
  ref?: string;
  /** What each side knows of it. */
  detail: string;
}

export interface Verdict {
  sent: number;
  acknowledged: number;
  /** What agents said that had handed back already, and whose page told them so. */
  refused: number;
  faults: Fault[];
}

/** Where words are stored. */
interface Place {
  conversation: string;
  entry: Entry;
}

/** What the team may be refused, and reads: whoever speaks has to have the conversation. */
const RIGHTLY_REFUSED: ReadonlySet<string> = new Set(['not_allowed', 'link_closed']);

/** What became of everything. */
export function verdictOf(
  said: readonly Said[],
  heard: readonly Heard[],
  truths: readonly Truth[],
): Verdict {
  const places = placesOf(truths);
  const missing = said.filter(({ ref }) => !places.has(ref));
  const refused = missing.filter(isRightlyRefused);
  return {
    sent: said.length,
    acknowledged: said.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).length,
    refused: refused.length,
    faults: [
      ...missing.filter((words) => !isRightlyRefused(words)).map(lost),
      ...said.flatMap((words) => doubled(words, places.get(words.ref) ?? [])),
      ...truths.flatMap((truth) => [
        ...swapped(truth, said),
        ...invented(truth, said),
        ...gapsIn(truth),
        ...outOfTurn(truth),
      ]),
      ...heard.flatMap((view) => misheard(view, truths)),
    ],
  };
}

function isRightlyRefused({ side, refused }: Said): boolean {
  return side === 'agent' && refused !== undefined && RIGHTLY_REFUSED.has(refused);
}

/** Where everything is that people said: by stamp, and by words, which are all different. */
function placesOf(truths: readonly Truth[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { conversation, team } of truths) {
    for (const entry of team) {
      if (!isSaid(entry)) continue;
      const stamp = stampIn(entry.text) ?? entry.ref ?? '';
      places.set(stamp, [...(places.get(stamp) ?? []), { conversation, entry }]);
    }
  }
  return places;
}

/** The stamp that the ledger put behind the words. */
function stampIn(text: string): string | undefined {
  return /\(([^()]+)\)$/.exec(text)?.[1];
}

function isSaid(entry: Entry): entry is MessageEntry {
  return entry.kind === 'message' && entry.author.role !== 'assistant';
}

function lost({ ref, voice, acknowledgedAt, refused }: Said): Fault {
  const client = acknowledgedAt === undefined ? 'not acknowledged' : 'acknowledged';
  const why = refused === undefined ? '' : `, refused: ${refused}`;
  return { is: 'lost', ref, detail: `${voice} said it, ${client}${why}; it is not stored` };
}

function doubled({ ref, voice }: Said, places: readonly Place[]): Fault[] {
  if (places.length < 2) return [];
  const where = places.map(({ conversation, entry }) => `${conversation} ${entry.seq}`).join(', ');
  return [{ is: 'doubled', ref, detail: `${voice} said it once; stored as ${where}` }];
}

function swapped({ conversation, team }: Truth, said: readonly Said[]): Fault[] {
  const order = new Map(said.map((words, at) => [words.ref, { at, voice: words.voice }]));
  const latest = new Map<string, { at: number; ref: string }>();
  return team.flatMap((entry): Fault[] => {
    const { ref } = entry;
    const place = ref === undefined || !isSaid(entry) ? undefined : order.get(ref);
    if (!place || ref === undefined) return [];
    const before = latest.get(place.voice);
    if (!before || before.at <= place.at) {
      latest.set(place.voice, { at: place.at, ref });
      return [];
    }
    const detail = `said before ${before.ref}; stored behind it, as ${conversation} ${entry.seq}`;
    return [{ is: 'out_of_order', ref, detail }];
  });
}

function invented({ conversation, team, visitor }: Truth, said: readonly Said[]): Fault[] {
  const known = new Map(said.map(({ ref, text }) => [ref, text]));
  return team.flatMap((entry): Fault[] => {
    if (!isSaid(entry)) return [];
    const { ref = '', seq, text } = entry;
    const where = `${conversation} ${seq}`;
    if (known.get(ref) !== text)
      return [{ is: 'invented', ref, detail: `nobody said what is stored as ${where}` }];
    if (visitor === null)
      return [{ is: 'invented', ref, detail: `stored as ${where}, which no tab is in` }];
    return [];
  });
}

function gapsIn({ conversation, team, visitor }: Truth): Fault[] {
  const faults: Fault[] = [];
  for (const [at, { seq }] of team.entries()) {
    if (seq === at + 1) continue;
    faults.push({ is: 'gap', detail: `${conversation} has no ${at + 1}: there stands ${seq}` });
    break;
  }
  if (visitor === null) return faults;
  const view = { voice: 'a new tab', side: 'visitor', conversation, entries: visitor } as const;
  return [...faults, ...misheard({ ...view, end: 'settled' }, [{ conversation, team, visitor }])];
}

function outOfTurn({ conversation, team }: Truth): Fault[] {
  let isHuman = false;
  const faults: Fault[] = [];
  for (const entry of team) {
    if (entry.kind === 'event') {
      if (entry.event === 'takeover.started') isHuman = true;
      if (entry.event === 'takeover.ended' || entry.event === 'takeover.lost') isHuman = false;
      continue;
    }
    const { role } = entry.author;
    if (role === 'visitor' || (role === 'agent') === isHuman) continue;
    const stamp = entry.ref === undefined ? {} : { ref: entry.ref };
    const detail = `the ${role} spoke in ${conversation} ${entry.seq}, which was not theirs`;
    faults.push({ is: 'out_of_turn', ...stamp, detail });
  }
  return faults;
}

/** What is wrong with a view: it is the stored log, as far as it goes, and all of it at the end. */
function misheard(view: Heard, truths: readonly Truth[]): Fault[] {
  const { voice, conversation, entries, end } = view;
  const faults: Fault[] = [];
  if (end === 'stuck') faults.push({ is: 'stuck', detail: `${voice} in ${conversation}` });
  const truth = truths.find((truth) => truth.conversation === conversation);
  if (!truth) return faults;
  const shown = new Map(entries.map((entry) => [entry.seq, entry]));
  const where = (seq: number) => `${voice} in ${conversation} ${seq}`;
  if (entries.some(({ seq }, at) => seq <= (entries[at - 1]?.seq ?? 0))) {
    faults.push({ is: 'out_of_order', detail: `${voice} sees ${conversation} in disorder` });
  }
  const visible = view.side === 'agent' ? truth.team : truth.team.filter(isForVisitors);
  const last = end === 'settled' ? Infinity : (entries.at(-1)?.seq ?? 0);
  for (const entry of visible) {
    const seen = shown.get(entry.seq);
    shown.delete(entry.seq);
    if (!seen && entry.seq <= last) {
      const stamp = entry.ref === undefined ? {} : { ref: entry.ref };
      faults.push({ is: 'gap', ...stamp, detail: `not shown: ${where(entry.seq)}` });
    }
    if (seen && JSON.stringify(seen) !== JSON.stringify(entry)) {
      faults.push({ is: 'invented', detail: `shown otherwise than stored: ${where(entry.seq)}` });
    }
  }
  for (const seq of shown.keys())
    faults.push({ is: 'invented', detail: `shown, and not stored: ${where(seq)}` });
  return faults;
}

function isForVisitors(entry: Entry): boolean {
  return entry.kind === 'message' || !isTeamOnly(entry.event);
}
