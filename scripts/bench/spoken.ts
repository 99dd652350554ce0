/** What the stubs of a model say: so many words, in pieces as models send them. Pure. */

/** The name of the one inside of the runtime; it speaks by no other. */
export const STUB = 'stub';

const WORDS = 200;

const TEXT = `
Thank you for asking. Most orders leave our warehouse on the day they are placed, as long as that is before
two in the afternoon. Parcels to addresses in the same country take two or three working days, and those that
cross a border take between four and seven. You get a number by mail once the parcel is on its way, and the
page behind it shows where it is. Large things such as tents and sleds travel with a different company and may
take a day longer. `;

/** A word each, with the space before it. */
export const SPOKEN: readonly string[] = piecesOf(WORDS);

function piecesOf(count: number): string[] {
  const words = TEXT.trim().split(/\s+/);
  return Array.from({ length: count }, (_, at) => ` ${words[at % words.length] ?? ''}`);
}
