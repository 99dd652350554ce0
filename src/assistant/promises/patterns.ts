/** Reads the notation that language files are written in; see `Language`. */
import type { Language } from './language.ts';
import { foldPattern } from './reading.ts';

/** One language, ready to be compared with readings of sentences. */
export type Patterns = Readonly<Record<Field, RegExp | undefined>>;

type Field = 'who' | 'said' | 'will' | 'saidAlone' | 'willAlone' | 'not' | 'when';

const known = new Map<Language, Patterns>();

/** Compiles a language when it is first needed. */
export function patternsOf(language: Language): Patterns {
  const ready = known.get(language);
  if (ready) return ready;
  const { unspaced } = language;
  const start = language.verbs.startsWith('_') ? '_' : '';
  const verbs = `${start}(?:${alternativesOf(language.verbs).join('|').replaceAll('_', '')})`;
  const compile = (list: string | undefined): RegExp | undefined => {
    if (list === undefined) return;
    const source = alternativesOf(list)
      .join('|')
      .replaceAll('%', verbs)
      .replaceAll('~', unspaced ? '[^,;]{0,15}?' : '(?:[^,;]{0,40} )??')
      .replaceAll('_', '[^ ,;]*');
    const bounds = unspaced ? ['', ''] : [' ', '(?= )'];
    return new RegExp(foldPattern(`${bounds[0]}(?:${source})${bounds[1]}`), 'gu');
  };
  const patterns: Patterns = {
    who: compile(language.who),
    said: compile(language.said),
    will: compile(language.will),
    saidAlone: compile(language.saidAlone),
    willAlone: compile(language.willAlone),
    not: compile(language.not),
    when: compile(language.when),
  };
  known.set(language, patterns);
  return patterns;
}

/** The alternatives of a list, which may be broken across lines. */
export function alternativesOf(list: string): string[] {
  return list
    .replace(/\s*\n\s*\|/g, '|')
    .replace(/\s*\n\s*/g, ' ')
    .split('|');
}
