import type { Millis } from './entry.ts';

export type Phase = 'assistant' | 'offered' | 'waiting' | 'human' | 'ended';

/** How far the mail to the team got. `sent` means that the provider accepted it. */
export type Notified = 'pending' | 'sent' | 'failed';

/** What a client sees of the escalation state machine. */
export interface StateView {
  phase: Phase;
  since: Millis;
  escalationEnabled: boolean;
  agent?: { name: string; away: boolean };
  /** `backAt`: nobody of the team is there before. */
  waiting?: { since: Millis; notified: Notified; backAt?: Millis };
  /** The language the visitor writes in, as soon as that is certain: a BCP 47 tag. */
  language?: string;
  /** An email address would help: the visitor is asked for one. */
  asksContact?: true;
}
