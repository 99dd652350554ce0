/** A visitor's words as a search over the knowledge index: generous, for ranking happens afterwards. */
import { conceptsOf, conceptStems, wordsOf } from './concepts.ts';
import { nearest } from './misspelled.ts';
import { termsOf, type Term } from './question.ts';
import { isPlain } from './scripts.ts';
import { quoted } from './quoted.ts';

/** More alternatives than this make a search slow without making it better. */
const MAX_PHRASES = 120;

/** A word is also looked for by this many letters, which finds it misspelled or in another form. */
const PREFIX_CHARS = 3;

/** Words of the same meaning are looked for by this many: enough to tell them apart, whatever their ending. */
const STEM_CHARS = 5;

/**
 * The FTS5 expression that finds a site's articles for `question`, over columns `site`, `title` and
 * `text`. Only letters and digits of the question get into it, quoted, so that nothing a visitor
 * types is an operator or an error. `null` if it holds no word of Latin letters or digits worth looking
 * for; other scripts have an index of their own, see knowledge-terms.ts.
 */
export function candidateQuery(site: string, question: string): string | null {
  const phrases = new Set<string>();
  const terms = termsOf({ text: question });
  for (const word of terms.flatMap(({ spellings }) => spellings.flat())) {
    if (!isPlain(word)) continue;
    phrases.add(word);
    if ([...word].length > PREFIX_CHARS) phrases.add([...word].slice(0, PREFIX_CHARS).join(''));
  }
  for (const word of terms.flatMap(synonyms)) phrases.add(word.slice(0, STEM_CHARS));
  if (phrases.size === 0) return null;
  const any = [...phrases].slice(0, MAX_PHRASES).map((phrase) => `${quoted(phrase)}*`);
  return `(site : ${quoted(site)}) AND ({title text} : (${any.join(' OR ')}))`;
}

/** Words of the same meaning, also for a word that is misspelled. */
function synonyms({ spellings, concepts }: Term): string[] {
  if (concepts.length > 0) return concepts.flatMap((concept) => wordsOf(concept));
  const meant = nearest(spellings[0]?.[0] ?? '', conceptStems());
  return meant === null ? [] : conceptsOf(meant).flatMap((concept) => wordsOf(concept));
}
