import type { Label } from '../protocol/entry.ts';

/** What the detector decided about one message, and why. */
export interface Verdict {
  label: Label;
  /** 0 to 1: how sure it is of the label. */
  score: number;
  /** The visitor's own words that decided it, a substring of the message; empty for `other`. */
  evidence: string;
  tier: 'rules' | 'embedded' | 'model';
}

/** What was going on when the message came. */
export interface Context {
  /** Earlier turns, oldest first, whoever said them. */
  earlier?: readonly string[];
  /** Whether a person was just offered and the offer is still the assistant's latest line. */
  offered?: boolean;
}

/** Decides what a message meant. Synchronous and pure: no model is asked on the way to an offer. */
export type Detect = (text: string, context?: Context) => Verdict;
