/** A model's opinion on what a message means, where the detector is unsure; and the detector's if there is none. */
import type { RemoteModels } from '../assistant/assistant.ts';
import { intentPrompt } from '../assistant/prompt/intent-prompt.ts';
import { inTime } from '../in-time.ts';
import type { Context, Detect, Verdict } from '../intent/verdict.ts';
import type { Label, MessageEntry } from '../protocol/entry.ts';
import { CONTEXT_MESSAGES, contextOf, notedOf } from './decide.ts';
import type { StepContext } from './perform.ts';
import { mayBeMeant } from './escalation-moves.ts';
import type { Input } from './escalation-state.ts';
import type { ConversationRecord } from './record.ts';
import type { Transcript } from './transcript.ts';

/** What the detector thinks stands if the model has not answered by then. */
export const OPINION_MS = 1_500;

interface OpinionHost {
  transcript: Transcript;
  record(): ConversationRecord | undefined;
  detect(): Promise<Detect>;
  act(input: Input, context: StepContext): void;
  now(): number;
}

export class SecondOpinion {
  readonly #host: OpinionHost;
  readonly #remote: RemoteModels;

  constructor(host: OpinionHost, remote: RemoteModels) {
    this.#host = host;
    this.#remote = remote;
  }

  /**
   * Settles what message number `seq` means, {@link OPINION_MS} from now at the latest. Null if that is on
   * record already, or nothing depends on it any more: what was followed by an offer, or said to a person,
   * is only answered.
   */
  settle(seq: number): Promise<void> | null {
    const { transcript } = this.#host;
    const state = this.#host.record()?.state;
    if (!state || !mayBeMeant(state) || transcript.last().seq !== seq) return null;
    const messages = transcript.messages(CONTEXT_MESSAGES + 1);
    const at = messages.findIndex((message) => message.seq === seq);
    const message = messages[at];
    if (message?.author.role !== 'visitor') return null;
    return this.#settle(message, contextOf(state, messages.slice(0, at)), state.generation);
  }

  async #settle(message: MessageEntry, context: Context, generation: number): Promise<void> {
    const begun = this.#host.now();
    const detect = await this.#host.detect();
    const verdict = detect(message.text, context);
    const opinion = verdict.isUnsure ? await this.#ask(message.text, context) : null;
    // Somebody took over, or a person was offered for another reason: nobody asks any more.
    if (this.#host.record()?.state.generation !== generation) return;
    const final = opinion === null ? verdict : byModel(opinion, verdict, message.text);
    const noted = { ...notedOf(final, this.#host.now() - begun), of: message.seq };
    const { label } = final;
    this.#host.act({ type: 'understood', generation, label }, { noted, understood: message.seq });
  }

  async #ask(text: string, { turns = [], offered = false }: Context): Promise<Label | null> {
    const record = this.#host.record();
    if (!record) return null;
    const remote = this.#remote;
    const { settings, network } = record;
    const behalf = network === undefined ? undefined : { site: settings.site, network };
    const prompt = intentPrompt(text, turns, offered);
    return inTime(OPINION_MS, (signal) => remote.judge(prompt, signal, behalf));
  }
}

/** The model tells a label, not how sure it is: how likely the label was without it is on record. */
function byModel(label: Label, verdict: Verdict, text: string): Verdict {
  const evidence =
    label === 'other' ? '' : label === verdict.label ? verdict.evidence : text.trim();
  return { ...verdict, label, evidence, score: verdict.scores[label], tier: 'model' };
}
