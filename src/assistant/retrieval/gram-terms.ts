/** What a question is about in scripts whose words are compared by pairs of characters. Pure. */
import type { Term } from './question.ts';
import { gramsOf, isHangul, isUnspaced, segmentsOf } from './scripts.ts';
import { isSmall, type Tongue } from './tongues.ts';

/** More are read of no message; see question.ts. */
const MAX_READ_TERMS = 200;

const FULL_WEIGHT = 1;
/** Of a word of one character. */
const SINGLE_WEIGHT = 0.8;
/** Of a Japanese word without a Chinese character, which is mostly grammar. */
const KANA_WEIGHT = 0.2;
/** Shorter ones are endings. */
const MIN_KANA = 3;

const KOREAN_VERB =
  /^(\p{L}{2,}?)(?:하고|하려면|하려고|하나요|하는데|하는|하면|하기|할|해야|해도|한|합니까|했는데|받을|되나요|될까요|됩니까|인가요|가능한가요|이에요|예요)$/u;
const KOREAN_PARTICLE =
  /^(\p{L}{2,}?)(?:으로|에서|에는|에게|까지|부터|이나|이랑|은|는|이|가|을|를|에|의|로|와|과|도|만)$/u;

/** The ending of a Japanese word, which goes with its use in the sentence. */
const OKURIGANA = /(?<=^\p{Script=Han}+)\p{Script=Hiragana}+$/u;

/** The terms of runs whose words are compared by pairs of characters. */
export function gramTermsOf(
  runs: readonly string[],
  tongue: Tongue,
  skip: ReadonlySet<string>,
): Term[] {
  const isIdle = (word: string) => isSmall(word, tongue);
  const terms: Term[] = [];
  for (const run of runs) {
    if (terms.length >= MAX_READ_TERMS) break;
    if (isHangul(run)) {
      const word = koreanStem(run);
      if (!isIdle(run) && !isIdle(word)) terms.push(...gramTerm(word, skip));
    } else if (isUnspaced(run)) {
      const words = segmentsOf(run, isIdle).map((word) => word.replace(OKURIGANA, ''));
      terms.push(...words.flatMap((word) => (isIdle(word) ? [] : gramTerm(word, skip))));
    }
  }
  return terms;
}

function gramTerm(word: string, skip: ReadonlySet<string>): Term[] {
  const grams = gramsOf(word);
  if (grams.every((gram) => skip.has(gram))) return [];
  const isKana = /^\p{Script=Hiragana}+$/u.test(word);
  if (isKana && word.length < MIN_KANA) return [];
  const weight = isKana ? KANA_WEIGHT : word.length === 1 ? SINGLE_WEIGHT : FULL_WEIGHT;
  return [{ spellings: [grams], concepts: [], isLoose: true, weight, isTopic: !isKana }];
}

/** A Korean word without the particles and verb endings that are joined to it. */
function koreanStem(word: string): string {
  return word.replace(KOREAN_VERB, '$1').replace(KOREAN_PARTICLE, '$1');
}
