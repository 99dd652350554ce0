/** What a word is about: a look-up over the table of words that mean the same. */
import { ANGLES, MATTERS, THINGS } from './concept-words.ts';
import { normalize, stem } from './normalize.ts';

const LINES = [...MATTERS, ...THINGS, ...ANGLES];

/** Something a question can be about; the number is only a name. */
export type Concept = number;

interface Phrase {
  /** Stemmed. */
  words: readonly string[];
  concept: Concept;
}

interface Lexicon {
  byStem: ReadonlyMap<string, readonly Concept[]>;
  /** By first word. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Words that may stand between those of one entry: "send my old tent back". */
const MAX_GAP_WORDS = 3;

let built: Lexicon | undefined;

/** Built at the first question: a Worker that never answers one need not pay for it at its start. */
function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const byStem = new Map<string, Concept[]>();
  const phrases = new Map<string, Phrase[]>();
  for (const [concept, line] of LINES.entries()) {
    for (const entry of new Set(normalize(line).split(/[\s|]+/))) {
      const words = entry.split('_').map(stem);
      const first = words[0] ?? '';
      if (words.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { words, concept }]);
      else if (!byStem.get(first)?.includes(concept)) {
        byStem.set(first, [...(byStem.get(first) ?? []), concept]);
      }
    }
  }
  return { byStem, phrases };
}

/** What kind of thing a concept is: a matter of its own, a thing, or an angle on either. */
export function kindOf(concept: Concept): 'matter' | 'thing' | 'angle' {
  if (concept < MATTERS.length) return 'matter';
  return concept < MATTERS.length + THINGS.length ? 'thing' : 'angle';
}

/** The concepts a stem belongs to; none for most. */
export function conceptsOf(stemmed: string): readonly Concept[] {
  return lexicon().byStem.get(stemmed) ?? [];
}

/** Every stem that has a concept: what a misspelled word may have meant. */
export function conceptStems(): Iterable<string> {
  return lexicon().byStem.keys();
}

/** The one-word entries of a concept, normalized, as they are written. */
export function wordsOf(concept: Concept): readonly string[] {
  const line = LINES[concept] ?? '';
  return normalize(line)
    .split(/[\s|]+/)
    .filter((word) => !word.includes('_'));
}

/** An entry of several words, found in a question. */
interface FoundPhrase {
  concept: Concept;
  /** Places of its words in the list it was found in. */
  places: readonly number[];
}

/** The longest entry of several words that begins at `stems[at]`, perhaps with others between. */
export function phraseAt(stems: readonly string[], at: number): FoundPhrase | null {
  let found: FoundPhrase | null = null;
  for (const { words, concept } of lexicon().phrases.get(stems[at] ?? '') ?? []) {
    const places = placesOf(words, stems, at);
    if (places && places.length > (found?.places.length ?? 0)) found = { concept, places };
  }
  return found;
}

function placesOf(words: readonly string[], stems: readonly string[], at: number): number[] | null {
  const places = [at];
  let from = at + 1;
  let gap = MAX_GAP_WORDS;
  for (const word of words.slice(1)) {
    const place = stems.indexOf(word, from);
    if (place === -1 || place - from > gap) return null;
    gap -= place - from;
    places.push(place);
    from = place + 1;
  }
  return places;
}
