import { fold } from '../../../src/intent/fold.ts';
import type { Word } from '../../../src/intent/fold.ts';
import { mentionedWords } from './grammar.ts';
import type { Language } from './language.ts';
import { makeLexicon } from './lexicon.ts';
import type { ByFirst, Meaning, Reliance, Rule } from './lexicon.ts';
import type { Matcher } from './match.ts';
import { readShort } from './short.ts';
import type { Reading } from './short.ts';
import { makeSpeller } from './spelling.ts';
import type { Speller } from './spelling.ts';

/** A range of words. */
export interface Span {
  from: number;
  to: number;
}

/** A phrase found, and how far it can be relied on. */
export interface Found extends Span {
  reliance: Reliance;
  language: string;
}

/** Everything the rules saw in a message: more than a verdict needs, so that it can serve as features. */
export interface Signals {
  words: readonly Word[];
  ask?: Found;
  frustrated?: Found;
  /** Present when the whole message is made of short pieces. */
  short?: Reading;
  /** A phrase was found, but in another sense. */
  isGuarded: boolean;
  /** A slip of the keyboard was put right on the way. */
  isCorrected: boolean;
  isQuestion: boolean;
}

/** Sees what there is in a message. */
export interface Detector {
  read(text: string): Signals;
}

/** Compiles `languages` into a detector. Costs about a hundred milliseconds for all languages: do it once. */
export function makeDetector(languages: readonly Language[]): Detector {
  const lexicon = makeLexicon(languages);
  const speller = spellerOf(languages);

  return {
    read: (text) => {
      const words = fold(text);
      const isCorrected = speller.correct(words);
      const texts = words.map((word) => word.text);
      const { best, isGuarded } = search(texts, lexicon.rules);
      const short = readShort(texts, lexicon.short);
      return {
        words,
        ...(best.ask && { ask: best.ask }),
        ...(best.frustrated && { frustrated: best.frustrated }),
        ...(short && { short }),
        isGuarded,
        isCorrected,
        isQuestion: texts.at(-1) === '?',
      };
    },
  };
}

interface Outcome {
  best: { [meaning in Meaning]?: Found };
  isGuarded: boolean;
}

/** The first plain phrase for each meaning, or else the first likely one. */
function search(texts: readonly string[], rules: ByFirst<Rule>): Outcome {
  const outcome: Outcome = { best: {}, isGuarded: false };
  for (const [from, text] of texts.entries()) {
    for (const rule of rules.get(text) ?? []) {
      const known = outcome.best[rule.meaning];
      if (known !== undefined && (known.reliance === 'plain' || rule.reliance === 'likely'))
        continue;
      const ends = rule.matcher.ends(texts, from);
      if (ends.length === 0) continue;
      const span = { from, to: Math.max(...ends) };
      if (isGuarded(texts, span, rule.unless())) outcome.isGuarded = true;
      else
        outcome.best[rule.meaning] = { ...span, reliance: rule.reliance, language: rule.language };
    }
  }
  return outcome;
}

/** The longest guard is nowhere near this many words. */
const MAX_GUARD_WORDS = 16;

function isGuarded(
  texts: readonly string[],
  { from, to }: Span,
  unless: ByFirst<Matcher>,
): boolean {
  for (let at = Math.max(0, from - MAX_GUARD_WORDS); at < to; at += 1) {
    for (const guard of unless.get(texts[at] ?? '') ?? []) {
      if (guard.ends(texts, at).some((end) => end > from)) return true;
    }
  }
  return false;
}

function spellerOf(languages: readonly Language[]): Speller {
  const known = new Set<string>();
  const targets = new Set<string>();
  for (const { words, ask, frustrated, short, realWords = '', misspelt = '' } of languages) {
    const phrases = [words, ask, frustrated, short].flatMap((part) => Object.values(part)).flat();
    for (const word of mentionedWords([...phrases, realWords])) known.add(word);
    for (const word of mentionedWords([misspelt])) targets.add(word);
  }
  return makeSpeller(targets, known);
}
