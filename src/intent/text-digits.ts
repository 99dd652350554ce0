/** Numbers from 0 to 91 as one character each, which a string literal and a compressor both like. Pure. */

/** Printable ASCII without the space, the apostrophe and the backslash. */
const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((digit) => digit !== "'" && digit !== '\\')
  .join('');

/** How many there are. */
export const BASE = DIGITS.length;

/** This far, or more: the next digit says how much more. */
const FARTHER = BASE - 1;

const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

/** Numbers below {@link BASE}. */
export function digitsOf(numbers: Iterable<number>): string {
  return Array.from(numbers, (number) => DIGITS.charAt(number)).join('');
}

/** The numbers again. */
export function numbersIn(digits: string): Uint8Array {
  const numbers = new Uint8Array(digits.length);
  for (let at = 0; at < digits.length; at += 1) numbers[at] = VALUES[digits.charCodeAt(at)] ?? 0;
  return numbers;
}

/** Ascending numbers, each by how far it is from the one before. */
export function digitsOfAscending(numbers: Iterable<number>): string {
  let before = 0;
  let digits = '';
  for (const number of numbers) {
    let far = number - before;
    for (; far >= FARTHER; far -= FARTHER) digits += DIGITS.charAt(FARTHER);
    digits += DIGITS.charAt(far);
    before = number;
  }
  return digits;
}

/** The ascending numbers again. */
export function ascendingIn(digits: string): Uint32Array {
  const numbers = new Uint32Array(digits.length);
  let number = 0;
  let count = 0;
  for (const far of numbersIn(digits)) {
    number += far;
    if (far === FARTHER) continue;
    numbers[count] = number;
    count += 1;
  }
  return numbers.subarray(0, count);
}
