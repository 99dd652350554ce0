import type { Label, Tier } from '../protocol/entry.ts';
import type { Scores } from './scores.ts';
import type { Turn } from './strain.ts';

/** What the detector decided about one message, and why. */
export interface Verdict {
  label: Label;
  /** 0 to 1: how likely it is that the label is right. */
  score: number;
  /** The visitor's own words that decided it, a substring of the message; empty for `other`. */
  evidence: string;
  tier: Tier;
  /** It may as well be something else: whoever knows better should be asked, if somebody does. */
  isUnsure: boolean;
  /** How likely each label is by the message alone. */
  scores: Scores;
}

/** What was going on when the message came. */
export interface Context {
  /** Earlier turns, oldest first. */
  turns?: readonly Turn[];
  /** Whether a person was just offered and the offer is still the assistant's latest line. */
  offered?: boolean;
}

/** Decides what a message meant. Synchronous and pure: no model is asked on the way to an offer. */
export type Detect = (text: string, context?: Context) => Verdict;

/** The verdict on a message of which nothing is known. */
export const NOTHING_KNOWN: Verdict = {
  label: 'other',
  score: 1,
  evidence: '',
  tier: 'embedded',
  isUnsure: false,
  scores: { ask_human: 0, frustrated: 0, confirm: 0, decline: 0, other: 1 },
};
