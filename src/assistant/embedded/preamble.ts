/** The honest word before an answer that is not the model's, in the visitor's language. Pure. */
import type { ResortReason } from '../answerer.ts';
import { guessLanguage } from '../retrieval/language.ts';
import { SENTENCES } from './sentences.ts';
import { smallTalkOf } from './small-talk.ts';

export interface Preamble {
  text: string;
  /** There is nothing to say after it. */
  isAll: boolean;
}

/** `knows`: the articles hold an answer. Null where none is needed: a greeting is as good as any. */
export function preambleFor(
  resort: ResortReason,
  asked: string,
  knows: boolean,
  locale: string | undefined,
): Preamble | null {
  if (smallTalkOf(asked, locale)) return null;
  const sentences = SENTENCES[guessLanguage(asked, locale)];
  if (knows) return { text: `${sentences[resort]}\n\n`, isAll: false };
  return { text: sentences[resort === 'spent' ? 'spentUnknown' : 'troubleUnknown'], isAll: true };
}
