import { makeDetector } from './detector.ts';
import type { Detector, Found, Signals, Span } from './detector.ts';
import { languages } from './languages/index.ts';
import type { Piece } from './lexicon.ts';
import type { Context, Detect, Verdict } from './verdict.ts';

let detector: Detector | undefined;

/**
 * Decides what a message meant, by the phrases in `languages/`. The first call compiles them, which
 * costs about a hundred milliseconds; `warmUp` moves that to where nobody waits.
 */
export const detect: Detect = (text, context = {}) => {
  detector ??= makeDetector(languages);
  return decide(text, detector.read(text), context);
};

/** Compiles the phrases ahead of the first message; a second call costs next to nothing. */
export function warmUp(): void {
  detect('Can I talk to a person?');
}

const SCORE = {
  short: 0.95,
  plain: 0.95,
  likely: 0.8,
  polite: 0.75,
  onOffer: 0.8,
  nothing: 0.95,
  guarded: 0.75,
} as const;
/** What a corrected slip, and a yes or no that ends in a question mark, take from the score. */
const DOUBT = 0.1;

/** Weighs what was seen. An explicit wish for a person outweighs anger; both outweigh a yes or no. */
function decide(text: string, signals: Signals, { offered = false }: Context): Verdict {
  const verdict = (label: Verdict['label'], score: number, { from, to }: Span): Verdict => {
    const start = signals.words[from]?.start ?? 0;
    const end = signals.words[to - 1]?.end ?? 0;
    return {
      label,
      score: score - doubtOf(label, signals),
      evidence: text.slice(start, end),
      tier: 'rules',
    };
  };
  const phrase = (label: Verdict['label'], found: Found): Verdict =>
    verdict(label, SCORE[found.reliance], found);

  const answer = answerOf(signals, offered);
  if (answer !== undefined && signals.short && (offered || signals.ask === undefined)) {
    return verdict(answer.label, answer.score, signals.short);
  }
  if (signals.ask) return phrase('ask_human', signals.ask);
  if (signals.frustrated) return phrase('frustrated', signals.frustrated);
  return {
    label: 'other',
    score: signals.isGuarded || signals.short ? SCORE.guarded : SCORE.nothing,
    evidence: '',
    tier: 'rules',
  };
}

function doubtOf(label: Verdict['label'], { isCorrected, isQuestion }: Signals): number {
  const isAnswer = label === 'confirm' || label === 'decline';
  return (isCorrected ? DOUBT : 0) + (isAnswer && isQuestion ? DOUBT : 0);
}

/** What a whole short message answers, if anything. */
function answerOf(
  { short }: Signals,
  offered: boolean,
): Pick<Verdict, 'label' | 'score'> | undefined {
  if (short === undefined) return undefined;
  const has = (piece: Piece): boolean => short.pieces.has(piece);
  if (has('no')) return { label: 'decline', score: SCORE.short };
  if (offered && has('refuse')) return { label: 'decline', score: SCORE.onOffer };
  if (has('human') && !(offered && has('yes'))) return { label: 'ask_human', score: SCORE.short };
  if (has('yes')) return has('refuse') ? undefined : { label: 'confirm', score: SCORE.short };
  if (has('fine') && !has('refuse') && (offered || !has('thanks')))
    return { label: 'confirm', score: SCORE.polite };
  if (offered && has('accept')) return { label: 'confirm', score: SCORE.onOffer };
  return undefined;
}
