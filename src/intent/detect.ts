/** Decides what a message means: by itself, and if it says nothing, by how the conversation went. Pure. */
import { decide, isUnsure, UNSURE_FROM } from './decide.ts';
import { clausesIn, isDenied, botDenied } from './denial.ts';
import { evidenceIn, type Span } from './evidence.ts';
import { type Before, MAX_WORDS } from './features.ts';
import { fold } from './fold.ts';
import { isQuestion } from './question.ts';
import { type Scores, scoresOf } from './scores.ts';
import { STRAINED_FROM, strainOf, type Turn } from './strain.ts';
import type { Table } from './table.ts';
import { type Context, type Detect, NOTHING_KNOWN } from './verdict.ts';

/** A detector that knows what the table holds. */
export function createDetect(table: Table): Detect {
  return (text, context = {}) => {
    const { turns = [], offered = false } = context;
    const before = beforeOf(context);
    const words = fold(text).slice(0, MAX_WORDS);
    const texts = words.map((word) => word.text);
    const read = ({ from, to }: Span) => scoresOf(texts.slice(from, to), before, table);

    const { range, scores } = mostTelling(texts, read);
    const { label, score } = decide(scores);
    const told = {
      label,
      score,
      tier: 'embedded',
      isUnsure: isUnsure(scores, offered),
      scores,
    } as const;
    const wordsOf = ({ from, to }: Span): string =>
      text.slice(words[from]?.start, words[to - 1]?.end);
    if (label === 'other') {
      const refusing = scores.ask_human >= UNSURE_FROM ? botDenied(words, text) : null;
      if (refusing !== null) {
        return {
          ...told,
          label: 'ask_human',
          score: DENIED,
          isUnsure: true,
          evidence: wordsOf(refusing),
        };
      }
      const strain = strainOf(turns, text, scores.frustrated);
      if (strain < STRAINED_FROM) return { ...told, evidence: '' };
      const evidence = text.trim();
      return {
        label: 'frustrated',
        score: strain,
        evidence,
        tier: 'dialogue',
        isUnsure: false,
        scores,
      };
    }
    const deciding = (within: Span): Span => {
      const decided = evidenceIn(within, (span) => {
        // The marks that it begins with are left out in the end: it must do without them.
        const decision = decide(read(trimmed(span, texts)));
        return decision.label === label ? decision.score : 0;
      });
      return trimmed(decided, texts);
    };
    const decided = deciding(range);
    const evidence = wordsOf(decided);
    if (label === 'ask_human' && isDenied(words, text, decided)) {
      const meant = clausesIn(words, text)
        .filter((clause) => clause.to <= decided.from || clause.from >= decided.to)
        .filter((clause) => asksClearly(read(clause)))
        .map(deciding)
        .find((span) => !isDenied(words, text, span));
      if (meant) return { ...told, evidence: wordsOf(meant) };
      // Right after an offer of a person that is a no; otherwise nothing follows from it.
      const denied = { ...told, score: DENIED, isUnsure: true };
      return offered
        ? { ...denied, label: 'decline', evidence }
        : { ...denied, label: 'other', evidence: '' };
    }
    return { ...told, evidence };
  };
}

/** A wish that is denied was not weighed: it may as well be meant. */
const DENIED = 0.5;

/** A sentence that says this clearly that a person is wanted says so whatever stands around it. */
const CLEAR_FROM = 0.75;

/** The whole message, or else the first sentence of it that says more clearly what is to be done. */
function mostTelling(
  words: readonly string[],
  read: (span: Span) => Scores,
): { range: Span; scores: Scores } {
  const whole = {
    range: { from: 0, to: words.length },
    scores: read({ from: 0, to: words.length }),
  };
  // A row of question marks says nothing by itself, and may yet be the end of somebody's patience.
  if (!words.some(isWord)) return { ...whole, scores: NOTHING_KNOWN.scores };
  if (isClear(whole.scores)) return whole;
  const sentences = sentencesIn(words).map((range) => ({ range, scores: read(range) }));
  if (sentences.length < 2) return whole;
  return sentences.find((sentence) => isClear(sentence.scores)) ?? whole;
}

function isClear(scores: Scores): boolean {
  const { label, score } = decide(scores);
  return (label === 'ask_human' || label === 'frustrated') && score >= CLEAR_FROM;
}

function asksClearly(scores: Scores): boolean {
  return isClear(scores) && decide(scores).label === 'ask_human';
}

/** Where the sentences are. */
function sentencesIn(words: readonly string[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [at, word] of [...words, '.'].entries()) {
    if (word !== '.' && word !== '?') continue;
    const to = word === '?' ? at + 1 : at;
    if (to > from && words[from] !== '?') spans.push({ from, to });
    from = at + 1;
  }
  return spans;
}

/** A span without the marks that it begins with. */
function trimmed({ from, to }: Span, texts: readonly string[]): Span {
  let begin = from;
  while (begin < to - 1 && !isWord(texts[begin] ?? '')) begin += 1;
  return { from: begin, to };
}

/** Marks alone say nothing. */
function isWord(text: string): boolean {
  return text !== '.' && text !== '?';
}

/** What the message came after. */
function beforeOf({ turns = [], offered }: Context): Before {
  if (offered) return 'question';
  const line = turns.findLast(({ role }: Turn) => role !== 'visitor');
  if (line === undefined) return 'nothing';
  return isQuestion(line.text) ? 'question' : 'statement';
}
