/** In which language a promise was made: the truth is told in the same one. Pure. */
import { guessTongue } from '../retrieval/tongues.ts';
import { isTruthLanguage, type TruthLanguage } from './truths.ts';
import { wordsOf } from './reading.ts';

/** Small words of Hindi in Latin script; nobody writes two of them in another language. */
const ROMAN_HINDI = new Set(
  `hai hain hoon aap aapka aapki aapke aapko apni apne ki ko ka ke mein maine humne hum hamari hamare hamara humari humare diya diye raha rahe rahi gaya gayi kar
   karenge karega karegi karke liya abhi jaldi koi baat yeh woh nahi kya thoda unhe unko unka bata aayega denge dega`.split(
    /\s+/,
  ),
);
const FEW = 2;

/** The language of a text, as far as the truth can be told in it; else the one of `locale`, else English. */
export function tongueOf(text: string, locale = ''): TruthLanguage {
  const words = wordsOf(text);
  if (words.filter((word) => ROMAN_HINDI.has(word)).length >= FEW) return 'hi-latn';
  const tongue = guessTongue(text);
  if (tongue !== 'en' && isTruthLanguage(tongue)) return tongue;
  const preferred = locale.slice(0, 2).toLowerCase();
  // English is also what is guessed where nothing tells.
  return tongue === 'en' && !isEnglish(words) && isTruthLanguage(preferred) ? preferred : 'en';
}

const ENGLISH = new Set(
  'the an you your i ive we our is are be been will ill well have has with of for and they someone they'.split(
    ' ',
  ),
);

function isEnglish(words: readonly string[]): boolean {
  return words.some((word) => ENGLISH.has(word));
}
