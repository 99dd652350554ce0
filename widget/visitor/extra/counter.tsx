/** @jsxImportSource ../dom */
import { count } from '../../../src/language/fill.ts';
import type { Given } from '../extra.ts';

/** How many characters a message may still have. */
export function Counter({ words, language, left }: Given & { left: number }) {
  return (
    <small class={left < 0 ? 'bad' : ''} aria-live="polite">
      {count(words.left, left, language)}
    </small>
  );
}
