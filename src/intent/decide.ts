/** From probabilities to a label. Where each threshold comes from is told in docs/detection.md. Pure. */
import type { Label } from '../protocol/entry.ts';
import type { Scores } from './scores.ts';

/** From here on somebody wants a person. What is measured is the wish and the anger together. */
export const ASKING_FROM = 0.6;
/** From here on somebody has had enough of the chat, and is offered a person without having asked. */
export const FRUSTRATED_FROM = 0.7;
/** From here on it is a yes, or a no. */
export const ANSWER_FROM = 0.4;
/** Between these, either may be wrong more often than a model would be. */
export const UNSURE_FROM = 0.12;
export const UNSURE_TO = 0.8;
/** Somebody who wants a person may well say so in anger. Of what speaks for either, so much is enough. */
const ASKING_SHARE = 0.3;

/** What the scores come to. */
interface Decision {
  label: Label;
  /** How likely it is, 0 to 1. */
  score: number;
}

/** The one label for these scores. */
export function decide({ ask_human, frustrated, confirm, decline, other }: Scores): Decision {
  const team = ask_human + frustrated;
  const isAsking = ask_human >= ASKING_SHARE * team;
  if (team >= (isAsking ? ASKING_FROM : FRUSTRATED_FROM)) {
    return { label: isAsking ? 'ask_human' : 'frustrated', score: team };
  }
  if (Math.max(confirm, decline) >= ANSWER_FROM) {
    return confirm >= decline
      ? { label: 'confirm', score: confirm }
      : { label: 'decline', score: decline };
  }
  return { label: 'other', score: other };
}

/** Whether a second opinion is worth asking for, if that is what there is to win. */
export function isUnsure(scores: Scores, offered: boolean): boolean {
  const team = scores.ask_human + scores.frustrated;
  if (isBetween(team)) return true;
  return offered && (isBetween(scores.confirm) || isBetween(scores.decline));
}

function isBetween(score: number): boolean {
  return score >= UNSURE_FROM && score < UNSURE_TO;
}
