import type { Language } from '../language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** Every language the rules know. All are tried on each message: no language is guessed. */
export const languages: readonly Language[] = [
  en,
  es,
  fr,
  de,
  pt,
  it,
  nl,
  pl,
  tr,
  vi,
  id,
  ru,
  ar,
  hi,
  zh,
  ja,
  ko,
];
