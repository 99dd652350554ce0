/** The honest word before an answer that is not the model's. Pure. */
import type { Said } from '../../language/language.ts';
import type { ResortReason } from '../answerer.ts';

interface Preamble {
  text: string;
  /** There is nothing to say after it. */
  isAll: boolean;
}

/** `knows`: the articles hold an answer. */
export function preambleFor(resort: ResortReason, knows: boolean, said: Said): Preamble {
  if (knows) return { text: `${said[resort]}\n\n`, isAll: false };
  return { text: said[resort === 'spent' ? 'spentUnknown' : 'troubleUnknown'], isAll: true };
}
