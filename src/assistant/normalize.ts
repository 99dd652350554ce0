/** Text to comparable words: folded, split and lightly stemmed. */

/** The longest word worth looking at, in UTF-16 units; anything longer is no word. */
const MAX_WORD_CHARS = 32;

/**
 * Lower case without diacritics, ß as ss, English contractions as one word ("haven't" as `havent`,
 * "what's" as `what`). Whatever the text holds, never throws.
 */
export function normalize(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return folded.replace(/n['’]t\b/g, 'nt').replace(/(\w)['’](?:s|re|ve|ll|d|m)\b/g, '$1');
}

/**
 * The words of a normalized text, in order: runs of letters or digits. Single letters are left out
 * (what an apostrophe cuts off), single digits are not.
 */
export function split(normalized: string): string[] {
  const runs = normalized.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.filter((run) => run.length > 1 || /\p{N}|\p{Lo}/u.test(run)).map(cut);
}

function cut(word: string): string {
  return word.length <= MAX_WORD_CHARS ? word : word.slice(0, MAX_WORD_CHARS);
}

/**
 * What a word has in common with its other forms: plural and verb endings go as English has them, which
 * does other European languages little good and no harm. Stems are for comparing, not for reading.
 */
export function stem(word: string): string {
  let rest = word;
  if (rest.length > 4 && rest.endsWith('ies')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 4 && /(ss|sh|ch|x)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (rest.length > 3 && /[^siu]s$/.test(rest)) rest = rest.slice(0, -1);
  for (const ending of ['ing', 'ed', 'en']) {
    const base = rest.slice(0, -ending.length);
    if (rest.endsWith(ending) && base.length >= 3 && /[aeiouy]/.test(base)) {
      rest = base.replace(/([bdgmnprt])\1$/, '$1');
      break;
    }
  }
  return rest.length > 4 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}
