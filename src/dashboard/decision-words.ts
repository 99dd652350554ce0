/** What the detector decided, in words for the team. */
import type { ConversationEvent, Label } from '../protocol/entry.ts';
import { oneLine } from '../team/name.ts';

/** What the detector made of a message. It stands beside that message rather than on its own. */
export type Decision = Extract<ConversationEvent, { event: 'intent.decided' }>;

/** Everything else that may happen. */
export type Happening = Exclude<ConversationEvent, Decision>;

/** What the detector made of a message, in a word or two. */
export const LABELS: Readonly<Record<Label, string>> = {
  ask_human: 'Wants a person',
  frustrated: 'Losing patience',
  confirm: 'A yes',
  decline: 'A no',
  other: 'Nothing to act on',
};

const TIERS = {
  rules: 'the rules',
  embedded: 'the embedded detector',
  dialogue: 'how the conversation went',
  model: 'the language model',
} as const satisfies Record<Decision['tier'], string>;

/** How sure the detector is of its label, and how it came to it. */
export function decisionWords({ score, tier, evidence, ms }: Decision): string {
  const why = evidence === '' ? 'No words stood out' : `Because of “${oneLine(evidence)}”`;
  // A model names a label, not how sure it is; the score is what the detector, being unsure, gave it.
  const sure = tier === 'model' ? 'The detector was unsure' : `${Math.round(score * 100)}% sure`;
  return `${sure}. ${why}. Decided by ${TIERS[tier]} in ${milliseconds(ms)}.`;
}

function milliseconds(ms: number): string {
  return ms < 1 ? 'under 1 ms' : `${Math.round(ms)} ms`;
}
