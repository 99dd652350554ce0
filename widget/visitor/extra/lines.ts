/** What is said in the language the visitor writes in, which may be another than the page's. */
import type { Lines } from '../../../src/language/language.ts';
import { createLazy } from '../lazy.ts';
import type { Lazy } from '../lazy.ts';

/** Where the build put them, beside the chat. */
declare const __TONGUES__: string;

export interface Speech {
  /** The lines of a language; undefined until they are there. Asking fetches them. */
  in(language: string): Lines | undefined;
  /** Some could not be fetched, a moment ago. */
  readonly isFailed: boolean;
}

/** Fetches nothing yet. `redraw` is called whenever there is news. */
export function createSpeech(redraw: () => void): Speech {
  const known = new Map<string, Lazy<Lines>>();
  return {
    in(language) {
      let lines = known.get(language);
      if (!lines) {
        lines = createLazy(async () => {
          const response = await fetch(
            new URL(`${__TONGUES__}/${language}.lines.json`, import.meta.url),
          );
          return response.json();
        }, redraw);
        known.set(language, lines);
      }
      void lines.load();
      return lines.value;
    },
    get isFailed() {
      return [...known.values()].some((lines) => lines.isFailed);
    },
  };
}
