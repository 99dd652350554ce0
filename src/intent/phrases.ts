/** Phrases of a vocabulary, found among folded words. Pure. */
import type { Span } from './evidence.ts';
import { fold } from './fold.ts';

/** How one word of a phrase is compared. */
type Match = (word: string) => boolean;
/** Any few words. */
const GAP = '…' as const;
const MAX_GAP = 5;

/** Finds any of a list's phrases. */
export interface Finder {
  /** Where phrases stand between `from` and `to`, whole. */
  allIn: (texts: readonly string[], range: Span) => Span[];
  isIn: (texts: readonly string[], range: Span) => boolean;
}

/**
 * A finder of phrases, as people write them, parted by `|`. `*` at either end of a word stands for the rest
 * of it, `…` for up to five words. They are folded when they are first looked for: most messages need none.
 *
 * @param isFiller whether a word may stand between those of a phrase
 */
export function finderOf(list: string, isFiller: Match = () => false): Finder {
  let known: Known | undefined;
  const allIn = (texts: readonly string[], { from, to }: Span): Span[] => {
    known ??= knownOf(list);
    const { byFirst, loose } = known;
    const found: Span[] = [];
    for (let at = from; at < to; at += 1) {
      for (const phrases of [byFirst.get(texts[at] ?? '') ?? NONE, loose]) {
        for (const phrase of phrases) {
          const end = endOf(phrase, texts, at, to, isFiller);
          if (end !== -1) found.push({ from: at, to: end });
        }
      }
    }
    return found;
  };
  return { allIn, isIn: (texts, range) => allIn(texts, range).length > 0 };
}

type Phrase = readonly (Match | typeof GAP)[];

const NONE: readonly Phrase[] = [];

interface Known {
  /** Phrases by their first word, and those whose first is not told in full. */
  byFirst: Map<string, Phrase[]>;
  loose: Phrase[];
}

function knownOf(list: string): Known {
  const known: Known = { byFirst: new Map(), loose: [] };
  for (const written of list.split('|')) {
    const words = written.trim().split(/\s+/);
    const phrase = words.flatMap<Match | typeof GAP>((word) =>
      word === GAP ? GAP : matchesOf(word),
    );
    if (phrase.length === 0) continue;
    const first = words[0] ?? '';
    if (first.includes('*')) known.loose.push(phrase);
    else {
      const key = foldedOf(first)[0] ?? '';
      known.byFirst.set(key, [...(known.byFirst.get(key) ?? []), phrase]);
    }
  }
  return known;
}

/** A written word may fold to several: characters, or what an apostrophe parts. */
function matchesOf(written: string): Match[] {
  const parts = foldedOf(written.replaceAll('*', ''));
  return parts.map((text, at) => {
    const startsFreely = at === 0 && written.startsWith('*');
    const endsFreely = at === parts.length - 1 && written.endsWith('*');
    if (startsFreely && endsFreely) return (word) => word.includes(text);
    if (startsFreely) return (word) => word.endsWith(text);
    if (endsFreely) return (word) => word.startsWith(text);
    return (word) => word === text;
  });
}

/** What is folded as it stands need not be: there are many of them. */
const PLAIN = /^[a-z]+$/;

function foldedOf(written: string): string[] {
  return PLAIN.test(written) ? [written] : fold(written).map(({ text }) => text);
}

/** Where the phrase that begins at `at` ends; -1 if it does not stand there. */
function endOf(
  phrase: Phrase,
  texts: readonly string[],
  at: number,
  to: number,
  isFiller: Match,
): number {
  let next = at;
  let gap = 0;
  for (const [number, match] of phrase.entries()) {
    if (match === GAP) {
      gap = MAX_GAP;
      continue;
    }
    while (next < to && !match(texts[next] ?? '')) {
      if (gap > 0) gap -= 1;
      else if (number === 0 || !isFiller(texts[next] ?? '')) return -1;
      next += 1;
    }
    if (next >= to) return -1;
    next += 1;
    gap = 0;
  }
  return next;
}
