/** The terms of a question in the words that the articles have for them. Pure. */
import { conceptStems } from './concepts.ts';
import { formsOf } from './forms.ts';
import { smallWords } from './language.ts';
import { nearest } from './misspelled.ts';
import type { Indexed } from './passage-index.ts';
import type { Article } from './passage.ts';
import { termOf, weakWords, type Asked, type Term } from './question.ts';
import type { Sought } from './rank.ts';
import { guessTongue, isLanguage, type Tongue } from './tongues.ts';

/** How far a guessed word is trusted, */
const GUESSED = 0.8;
/** and one in what looks like another of its forms. */
const OTHER_FORM = 0.9;
/** How much a word counts that no article holds, where a verb of everyday may look like a topic. */
const UNHEARD = 0.7;

/** Of a text, this much tells its language. */
const TELLING_CHARS = 500;

/** A few words may not tell their language; then it is the articles'. */
export function tongueOf({ text }: Asked, [first]: readonly Article[]): Tongue {
  const asked = guessTongue(text);
  if (!isLanguage(asked) || !first) return asked;
  const written = guessTongue(first.text.slice(0, TELLING_CHARS));
  return isLanguage(written) ? asked : written;
}

/**
 * Words that nothing knows become the ones they were probably meant to be. In a language that inflects
 * words and for which there is no stemmer, every other form of a word that the articles hold is as good.
 */
export function spell(terms: readonly Term[], index: readonly Indexed[], tongue: Tongue): Sought[] {
  const held = new Set(index.flatMap(({ article }) => [...article.stems.keys()]));
  return terms.flatMap((term): Sought[] => {
    const word = term.spellings[0]?.[0] ?? '';
    if (term.isLoose) return [{ ...term, trust: 1 }];
    const forms = isLanguage(tongue) ? [] : formsOf(word, held, tongue);
    if (forms.length > 0) {
      const spellings = [...term.spellings, ...forms.map((form) => [form])];
      return [{ ...term, spellings, trust: held.has(word) ? 1 : OTHER_FORM }];
    }
    if (term.concepts.length > 0 || held.has(word)) {
      return [{ ...term, trust: 1 }];
    }
    if (!isLanguage(tongue)) {
      const slip = nearest(word, held);
      if (slip !== null) return [{ ...termOf(slip), trust: GUESSED }];
      return [{ ...term, weight: term.weight * UNHEARD, trust: 1 }];
    }
    const meant =
      nearest(word, held) ?? nearest(word, conceptStems()) ?? nearest(word, weakWords());
    if (meant !== null) return [{ ...termOf(meant), trust: GUESSED }];
    return nearest(word, smallWords('en')) === null ? [{ ...term, trust: 1 }] : [];
  });
}
