/** Takes out of what a provider said whatever it repeats of the conversation. Pure. */

/** A run of so many characters is no coincidence. */
const RUN_CHARS = 12;

/** Of the conversation no more is compared, the latest first, in UTF-16 units. */
const MAX_CHARS = 40_000;

/** `detail` with “…” for every run of {@link RUN_CHARS} or more that stands in one of `texts` too. */
export function withoutWordsOf(detail: string, texts: readonly string[]): string {
  const said = new Set<string>();
  let left = MAX_CHARS;
  for (const text of texts.toReversed()) {
    const plain = plainly(text.slice(0, Math.max(0, left)));
    left -= text.length;
    for (let at = 0; at + RUN_CHARS <= plain.length; at++) {
      said.add(plain.slice(at, at + RUN_CHARS));
    }
  }
  const plain = plainly(detail);
  const isSaid = Array.from({ length: detail.length }, () => false);
  for (let at = 0; at + RUN_CHARS <= plain.length; at++) {
    if (said.has(plain.slice(at, at + RUN_CHARS))) isSaid.fill(true, at, at + RUN_CHARS);
  }
  let kept = '';
  for (let at = 0; at < detail.length; at++) {
    if (!isSaid[at]) kept += detail[at];
    else if (!isSaid[at - 1]) kept += '…';
  }
  return kept;
}

/** As long as it was, so that places stay comparable: case does not tell words apart, nor what kind of space. */
function plainly(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
