import { isSameTongue } from '../../src/language/codes.ts';

/** The chat's language, with the browser's region where that speaks the same: days and hours are written so. */
export function localeOf(language: string, browser: string): string {
  return isSameTongue(browser, language) ? browser : language;
}
