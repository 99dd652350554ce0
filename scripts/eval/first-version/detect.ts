/** Baton's first detector, which knew phrases by rule: a yardstick for the one that learns. */
import type { Label } from '../../../src/protocol/entry.ts';
import { type Detector, makeDetector, type Signals } from './detector.ts';
import { languages } from './languages/index.ts';
import type { Piece } from './lexicon.ts';

let detector: Detector | undefined;

/** What the first version takes a message for. */
export function firstVersion(text: string, offered: boolean): Label {
  detector ??= makeDetector(languages);
  const signals = detector.read(text);
  const answer = answerOf(signals, offered);
  if (answer !== undefined && (offered || signals.ask === undefined)) return answer;
  if (signals.ask) return 'ask_human';
  return signals.frustrated ? 'frustrated' : 'other';
}

/** What a whole short message answers, if anything. */
function answerOf({ short }: Signals, offered: boolean): Label | undefined {
  if (short === undefined) return undefined;
  const has = (piece: Piece): boolean => short.pieces.has(piece);
  if (has('no')) return 'decline';
  if (offered && has('refuse')) return 'decline';
  if (has('human') && !(offered && has('yes'))) return 'ask_human';
  if (has('yes')) return has('refuse') ? undefined : 'confirm';
  if (has('fine') && !has('refuse') && (offered || !has('thanks'))) return 'confirm';
  return offered && has('accept') ? 'confirm' : undefined;
}
