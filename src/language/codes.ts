/** Which languages the fixed sentences exist in, and how one is chosen. Pure; the widget does it too. */

/** By their code: a file's name below `tongues/`. */
export const TONGUES = [
  'af',
  'am',
  'ar',
  'az',
  'bg',
  'bn',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'eu',
  'fa',
  'fi',
  'fil',
  'fr',
  'ga',
  'gl',
  'gu',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'is',
  'it',
  'ja',
  'ka',
  'kk',
  'km',
  'kn',
  'ko',
  'lo',
  'lt',
  'lv',
  'ml',
  'mn',
  'mr',
  'my',
  'ne',
  'nl',
  'no',
  'pa',
  'pl',
  'pt',
  'ro',
  'ru',
  'si',
  'sk',
  'sl',
  'sq',
  'sv',
  'sw',
  'ta',
  'te',
  'th',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
  'zh',
  'zh-hant',
] as const;

export type Tongue = (typeof TONGUES)[number];

/** Other names that browsers and pages have for some of them (https://www.iana.org/assignments/language-subtag-registry). */
const ALIASES: ReadonlyMap<string, Tongue> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries({
    in: 'id',
    iw: 'he',
    nb: 'no',
    nn: 'no',
    tl: 'fil',
    'zh-hk': 'zh-hant',
    'zh-mo': 'zh-hant',
    'zh-tw': 'zh-hant',
  } as const),
);

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)$/;

/** The language of a BCP 47 tag such as `de-AT`, if it is one of ours. */
export function tongueOf(tag: string): Tongue | undefined {
  const name = tag.toLowerCase().replaceAll('_', '-');
  const [language = '', next = ''] = name.split('-');
  const names = [name, `${language}-${next}`, language];
  return names.map((each) => ALIASES.get(each) ?? find(each)).find((each) => each !== undefined);
}

/** The first of these tags that is one of ours; English if none is. */
export function chooseTongue(tags: readonly (string | undefined)[]): Tongue {
  for (const tag of tags) {
    const tongue = tag && tongueOf(tag);
    if (tongue) return tongue;
  }
  return 'en';
}

export function directionOf(tongue: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(tongue) ? 'rtl' : 'ltr';
}

/** Whether one is the other's script or region: whoever reads the one reads the other. */
export function isSameTongue(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

/** Whether a code is one of them. */
export function isTongue(code: string): code is Tongue {
  return find(code) !== undefined;
}

function find(code: string): Tongue | undefined {
  return TONGUES.find((tongue) => tongue === code);
}
