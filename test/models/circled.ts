/**
 * Letters in circles, ⓛⓘⓚⓔ ⓣⓗⓔⓢⓔ. People and the model server read them, and a detector of intents does not:
 * what it makes of a visitor's words does not depend on marks that are written so.
 */

const A = 'a'.charCodeAt(0);
const CIRCLED_A = 'ⓐ'.charCodeAt(0);

/** The same text with every small letter in a circle. */
export const circled = (text: string): string => shifted(text, /[a-z]/g, CIRCLED_A - A);

/** The same text without circles. */
export const plain = (text: string): string => shifted(text, /[ⓐ-ⓩ]/g, A - CIRCLED_A);

function shifted(text: string, letters: RegExp, by: number): string {
  return text.replace(letters, (letter) => String.fromCharCode(letter.charCodeAt(0) + by));
}
