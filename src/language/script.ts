/** Which script a text is written in, and so, for most scripts, in which language. Pure. */
import type { Tongue } from './codes.ts';

/** Scripts that several languages share. */
export const SHARED_SCRIPTS = ['latin', 'cyrillic', 'arabic', 'devanagari', 'han'] as const;
export type SharedScript = (typeof SHARED_SCRIPTS)[number];

/** A script that tells the language, or one that leaves a choice. */
type Script = Tongue | SharedScript;

/** From which code point on, until the next, and what a letter there says. */
const RANGES: readonly (readonly [number, Script | null])[] = [
  [0x41, 'latin'],
  [0x250, null],
  [0x370, 'el'],
  [0x400, 'cyrillic'],
  [0x530, 'hy'],
  [0x590, 'he'],
  [0x600, 'arabic'],
  [0x700, null],
  [0x750, 'arabic'],
  [0x780, null],
  [0x8a0, 'arabic'],
  [0x900, 'devanagari'],
  [0x980, 'bn'],
  [0xa00, 'pa'],
  [0xa80, 'gu'],
  [0xb00, null],
  [0xb80, 'ta'],
  [0xc00, 'te'],
  [0xc80, 'kn'],
  [0xd00, 'ml'],
  [0xd80, 'si'],
  [0xe00, 'th'],
  [0xe80, 'lo'],
  [0xf00, null],
  [0x1000, 'my'],
  [0x10a0, 'ka'],
  [0x1100, 'ko'],
  [0x1200, 'am'],
  [0x13a0, null],
  [0x1780, 'km'],
  [0x1800, null],
  [0x1c80, 'cyrillic'],
  [0x1c90, 'ka'],
  [0x1cc0, null],
  [0x1e00, 'latin'],
  [0x1f00, 'el'],
  [0x2000, null],
  [0x2d00, 'ka'],
  [0x2d30, null],
  [0x3040, 'ja'],
  [0x3100, null],
  [0x3130, 'ko'],
  [0x3190, null],
  [0x3400, 'han'],
  [0xa000, null],
  [0xac00, 'ko'],
  [0xd7b0, null],
  [0xfb50, 'arabic'],
  [0xfe00, null],
  [0xfe70, 'arabic'],
  [0xff00, null],
  [0xff21, 'latin'],
  [0xff5b, null],
  [0xff66, 'ja'],
  [0xffa0, null],
];

const NO_LETTER = 255;
/** The scripts by number, and the number of each code point below the first plane's end. */
const SCRIPTS = [...new Set(RANGES.flatMap(([, script]) => script ?? []))];
const NUMBERS = numbers();
const LATIN = SCRIPTS.indexOf('latin');
const HAN = SCRIPTS.indexOf('han');
const JAPANESE = SCRIPTS.indexOf('ja');

function numbers(): Uint8Array {
  const all = new Uint8Array(0x10000).fill(NO_LETTER);
  for (const [at, [from, script]] of RANGES.entries()) {
    const number = script === null ? NO_LETTER : SCRIPTS.indexOf(script);
    all.fill(number, from, RANGES[at + 1]?.[0] ?? all.length);
  }
  return all;
}

/** Among letters of another script, these are most often a brand's or a product's. */
const LATIN_LETTER = 1;
const OTHER_LETTER = 2;
/** From this share on it is the other script that a text is written in, with Latin names in it. */
const MOSTLY = 0.4;
/** Up to this one a text in Latin letters only quotes another script. */
const HARDLY = 0.1;
/** One script must have this share of all that is not Latin. */
const ALONE = 0.8;
/** Japanese with few kana has more than this; a kana in a Chinese name is fewer. */
const KANA = 0.08;

const LETTER = /\p{L}/u;

/** The script of a text; null where it has no letters, or scripts are mixed. */
export function scriptOf(text: string): Script | null {
  const counts = new Uint32Array(SCRIPTS.length);
  let latin = 0;
  let other = 0;
  for (const letter of text) {
    const number = NUMBERS[letter.codePointAt(0) ?? 0] ?? NO_LETTER;
    if (number === NO_LETTER) continue;
    if (number === LATIN) {
      if (LETTER.test(letter)) latin += LATIN_LETTER;
    } else {
      other += OTHER_LETTER;
      counts[number] = (counts[number] ?? 0) + OTHER_LETTER;
    }
  }
  const share = other / (latin + other);
  if (share <= HARDLY) return 'latin';
  return share >= MOSTLY ? strongest(counts, other) : null;
}

function strongest(counts: Uint32Array, all: number): Script | null {
  const han = counts[HAN] ?? 0;
  const kana = counts[JAPANESE] ?? 0;
  if (han + kana >= all * ALONE) {
    if (kana >= (han + kana) * KANA) return 'ja';
    return 'han';
  }
  const most = counts.indexOf(Math.max(...counts));
  return (counts[most] ?? 0) >= all * ALONE ? (SCRIPTS[most] ?? null) : null;
}
