/**
 * What the index over words as our own code reads them holds and is asked for: those of other scripts
 * than Latin, and those whose letters the general index does not fold. Pure.
 */
import { rootOf } from './forms.ts';
import { normalize, stem, wordOf } from './normalize.ts';
import type { Article } from './passage.ts';
import { termsOf } from './question.ts';
import { quoted } from './quoted.ts';
import { gramsOf, isHangul, isPlain, isUnspaced, runsOf } from './scripts.ts';
import { guessTongue, isLanguage, type Tongue } from './tongues.ts';

/** More alternatives than this make a search slow without making it better. */
const MAX_PHRASES = 120;

/** A word that may take endings is also looked for by its beginning: this share of it, */
const PREFIX_SHARE = 0.6;
/** and no fewer letters than this. */
const PREFIX_CHARS = 3;

/** Of a text, this much tells its language. */
const TELLING_CHARS = 500;

/** Words with letters that the general index keeps apart, and visitors often do not. */
const UNFOLDED = /[\p{L}\p{N}\p{M}]*[ıłđøŁĐØ][\p{L}\p{N}\p{M}]*/gu;

/** An article as the index holds it. Empty where there is nothing to add to the general index. */
export function articleTerms({ title, text }: Omit<Article, 'id' | 'url'>): {
  title: string;
  text: string;
} {
  const tongue = guessTongue(`${title}\n${text.slice(0, TELLING_CHARS)}`);
  return { title: termsText(title, tongue), text: termsText(text, tongue) };
}

/** A text in `tongue` as the index holds it: words between spaces, each once. */
export function termsText(text: string, tongue: Tongue): string {
  const roots = tongue === 'id' ? runsOf(normalize(text)).map(rootOf) : [];
  const unfolded = text.normalize('NFC').match(UNFOLDED)?.join(' ') ?? '';
  return [
    ...new Set([
      ...runsOf(normalize(text)).flatMap(indexedAs),
      ...runsOf(normalize(unfolded)).flatMap(wordOf),
      ...roots.filter((root) => root.length > PREFIX_CHARS),
    ]),
  ].join(' ');
}

function indexedAs(run: string): string[] {
  if (isUnspaced(run) || isHangul(run)) return gramsOf(run);
  return isPlain(run) ? [] : wordOf(run).map(stem);
}

/**
 * The FTS5 expression that finds a site's articles for `question` there. As in the general one only
 * letters, marks and digits get in, quoted. Null where that index has nothing to say.
 */
export function termsQuery(site: string, question: string): string | null {
  const tongue = guessTongue(question);
  const hasPlain = !isLanguage(tongue);
  const phrases = new Set<string>();
  for (const { spellings, isLoose = false } of termsOf({ text: question })) {
    for (const word of spellings.flat()) {
      if (isLoose) phrases.add([...word].length > 1 ? quoted(word) : `${quoted(word)}*`);
      else if (hasPlain || !isPlain(word)) {
        phrases.add(`${quoted(beginningOf(tongue === 'id' ? rootOf(word) : word))}*`);
      }
    }
  }
  if (phrases.size === 0) return null;
  const any = [...phrases].slice(0, MAX_PHRASES).join(' OR ');
  return `(site : ${quoted(site)}) AND ({title text} : (${any}))`;
}

function beginningOf(word: string): string {
  const letters = [...word];
  const length = Math.max(PREFIX_CHARS, Math.ceil(letters.length * PREFIX_SHARE));
  return letters.slice(0, length).join('');
}
