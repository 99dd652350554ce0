/** The languages an assistant may be told to answer in: those that requests for a person are understood in. */

export interface LanguageName {
  /** ISO 639-1. */
  code: string;
  /** In English. */
  name: string;
}

export const LANGUAGES: readonly LanguageName[] = [
  { code: 'ar', name: 'Arabic' },
  { code: 'zh', name: 'Chinese' },
  { code: 'nl', name: 'Dutch' },
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'French' },
  { code: 'de', name: 'German' },
  { code: 'hi', name: 'Hindi' },
  { code: 'id', name: 'Indonesian' },
  { code: 'it', name: 'Italian' },
  { code: 'ja', name: 'Japanese' },
  { code: 'ko', name: 'Korean' },
  { code: 'pl', name: 'Polish' },
  { code: 'pt', name: 'Portuguese' },
  { code: 'ru', name: 'Russian' },
  { code: 'es', name: 'Spanish' },
  { code: 'tr', name: 'Turkish' },
  { code: 'vi', name: 'Vietnamese' },
];

/** The languages among `codes` that we know, in the order of the list. */
export function languagesOf(codes: readonly string[]): LanguageName[] {
  return LANGUAGES.filter(({ code }) => codes.includes(code));
}
