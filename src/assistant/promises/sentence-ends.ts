/** Where sentences end, told from the words before: fit for text that is still being written. */

/** How surely a word ends its sentence. After a `perhaps`, one that begins in lower case goes on. */
export type Ending = 'no' | 'perhaps' | 'surely';

const ENDS = /([.!?…؟।۔。！？｡]+)["'”’»)\]*_`~」』）]*$/u;
const ABBREVIATION = /^\P{L}*(?:\p{L}|dr|mrs?|ms|prof|sra?|st|hr|fr)\.\P{L}*$/iu;
/** Dots that stand alone are a pause. */
const PAUSE = /^[.…]+$/;
const NUMBER = /^[\d.,]+$/;
const CLOSING = /["'”’»)\]*_`~」』）.!?…。！？]/;

/** Whether `word`, a stretch without white space, ends a sentence that it may also begin. */
export function endingOf(word: string, isFirst: boolean): Ending {
  const marks = ENDS.exec(word)?.[1];
  if (marks === undefined || PAUSE.test(word) || (isFirst && NUMBER.test(word))) return 'no';
  if (/[^.…]/.test(marks)) return 'surely';
  return ABBREVIATION.test(word) ? 'no' : 'perhaps';
}

/** Whether a sentence that has ended begins again at this character, or a new one does. */
export function goesOn(character: string, ending: Ending): boolean {
  return ending === 'perhaps' && (/\d/.test(character) || character !== character.toUpperCase());
}

/** Closing quotes and brackets belong to the sentence before them. */
export function isClosing(character: string): boolean {
  return CLOSING.test(character);
}
