/** What a word that nothing knows was probably meant to be. */

/** Shorter words have too many neighbours to guess by; of these only swapped letters are forgiven. */
const MIN_CHARS = 5;
/** From this length on two slips are forgiven. */
const TWO_SLIPS_CHARS = 10;

/**
 * The word of `vocabulary` closest to `word`, if one is close enough to be what was meant: it begins
 * with the same letter and is one slip away (a letter missing, added, wrong, or two swapped), two
 * for long words. The first of equals; `null` if there is none.
 */
export function nearest(word: string, vocabulary: Iterable<string>): string | null {
  const swapsOnly = word.length < MIN_CHARS;
  const allowed = word.length >= TWO_SLIPS_CHARS ? 2 : 1;
  let best: string | null = null;
  let least = allowed + 1;
  for (const known of vocabulary) {
    if (known[0] !== word[0] || Math.abs(known.length - word.length) > allowed) continue;
    if (swapsOnly ? !isSwapped(word, known) : known.length < MIN_CHARS - 1) continue;
    const slips = distance(word, known);
    if (slips < least) {
      least = slips;
      best = known;
    }
  }
  return best;
}

/** Whether two words of one length differ by two neighbouring letters changing places. */
function isSwapped(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    a !== b &&
    [...a].sort().join('') === [...b].sort().join('') &&
    distance(a, b) === 1
  );
}

/** Slips between two words: Damerau and Levenshtein's distance, no letter touched twice. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(slips);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
