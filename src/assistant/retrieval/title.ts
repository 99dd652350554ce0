/** Whether an article's title is the name of what was asked about. Pure. */
import { normalize, stem, wordOf } from './normalize.ts';
import type { Term } from './question.ts';
import { gramsOf, isHangul, isUnspaced, runsOf } from './scripts.ts';
import { isSmall, type Tongue } from './tongues.ts';

/** More of the title than this. */
const MOST = 0.5;

/**
 * Whether a title in `tongue` begins with the term, and holds little else: "Завтрак" is about breakfast,
 * whatever was asked of it, while "Уход за палатками" is not about everything that can be asked of tents.
 */
export function isNamedAfter(title: string, { spellings }: Term, tongue: Tongue): boolean {
  const words = runsOf(normalize(title))
    .flatMap((run) => (isUnspaced(run) || isHangul(run) ? gramsOf(run) : wordOf(run).map(stem)))
    .filter((word) => !isSmall(word, tongue));
  const sought = new Set(spellings.flat());
  const named = words.filter((word) => sought.has(word));
  const first = words[0];
  return (
    first !== undefined && sought.has(first) && named.join('').length > MOST * words.join('').length
  );
}
