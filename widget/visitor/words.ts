/** The words of the interface. The loader has fetched them in the page's language before anything is drawn. */
import type { Words } from '../../src/language/language.ts';

export let words!: Words;

/** Their language, a BCP 47 tag: numbers, times and days are written as it does. */
export let language!: string;

/** Says from now on what there is to say in these words. */
export function speak(inThese: Words, ofLanguage: string): void {
  words = inThese;
  language = ofLanguage;
}
