/**
 * What was said, in short: for the team when a person is wanted, and for the assistant when a conversation
 * grows longer than what it reads. Made beside the conversation; nothing ever waits long for them.
 */
import type { Line } from '../assistant/answerer.ts';
import type { RemoteModels } from '../assistant/assistant.ts';
import { handoffPrompt, readSummary } from '../assistant/prompt/handoff-prompt.ts';
import { summaryByRule } from '../assistant/prompt/handoff-summary.ts';
import { windowFrom } from '../assistant/prompt/history-window.ts';
import type { Prompt } from '../assistant/prompt/prompt.ts';
import { summaryPrompt } from '../assistant/prompt/summary-prompt.ts';
import type { MessageEntry, Millis } from '../protocol/entry.ts';
import { QUESTION_LINES } from './question.ts';
import type { ConversationRecord } from './record.ts';
import type { Transcript } from './transcript.ts';

/** A summary for the team that is not there by then is made by rule. */
export const HANDOFF_MS = 2_000;

/** Nobody waits for the one for the assistant, but it must not hang for ever. */
const EARLIER_MS = 10_000;

/** So many lines more must have fallen out of what the assistant reads before they are told in short. */
const EARLIER_LINES = 8;

type Kind = 'handoff' | 'earlier';

/** What was said up to entry number `through`, in short. */
export interface Short {
  text: string;
  through: number;
}

export interface SummariesHost {
  sql: SqlStorage;
  transcript: Transcript;
  record(): ConversationRecord | undefined;
}

export class Summaries {
  readonly #host: SummariesHost;
  readonly #remote: RemoteModels | null;
  #handoff: Promise<void> | null = null;
  #isCatchingUp = false;

  constructor(host: SummariesHost, remote: RemoteModels | null) {
    this.#host = host;
    this.#remote = remote;
  }

  /** A person may be wanted soon: begins to tell in short why, so that it is ready by then. */
  prepareHandoff(): Promise<void> {
    this.#handoff ??= this.#prepare().finally(() => {
      this.#handoff = null;
    });
    return this.#handoff;
  }

  /** Two or three lines for the team, after {@link HANDOFF_MS} at the latest; empty if there is nothing to tell. */
  async handoff(): Promise<string> {
    if (!this.#fresh()) await this.prepareHandoff();
    return this.handoffSoFar();
  }

  /** The same as far as it is known by now. */
  handoffSoFar(): string {
    return this.#fresh()?.text ?? summaryByRule(this.#messages());
  }

  /** What the assistant no longer reads. */
  earlier(): Short | undefined {
    return this.#remote ? this.#stored('earlier') : undefined;
  }

  /** Tells in short what has fallen out of what the assistant reads, once that is worth it. */
  async catchUp(): Promise<void> {
    if (!this.#remote || this.#isCatchingUp) return;
    const messages = this.#messages();
    const known = this.#stored('earlier');
    const from = windowFrom(messages.map(lineOf), []);
    const fallen = messages.slice(0, from).filter(({ seq }) => seq > (known?.through ?? 0));
    const last = fallen.at(-1);
    if (!last || fallen.length < EARLIER_LINES) return;
    this.#isCatchingUp = true;
    const prompt = summaryPrompt(known?.text, fallen.map(lineOf));
    const text = await this.#ask(prompt, EARLIER_MS);
    this.#isCatchingUp = false;
    if (text) this.#store('earlier', { text, through: last.seq });
  }

  async #prepare(): Promise<void> {
    const record = this.#host.record();
    if (!record || !this.#remote || this.#fresh()) return;
    const messages = this.#messages();
    const last = messages.at(-1);
    if (!last || summaryByRule(messages) === '') return;
    const reply = await this.#ask(handoffPrompt(messages, record.settings.name), HANDOFF_MS);
    const text = reply === null ? null : readSummary(reply);
    if (text !== null) this.#store('handoff', { text, through: last.seq });
  }

  async #ask(prompt: Prompt, limitMs: Millis): Promise<string | null> {
    const signal = AbortSignal.timeout(limitMs);
    const tooLate = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null));
    });
    // A provider that ignores being stopped is not waited for either.
    return Promise.race([this.#remote?.askSmall(prompt, signal) ?? null, tooLate]);
  }

  /** The one for the team, unless the visitor has said something since that it does not tell. */
  #fresh(): Short | undefined {
    const stored = this.#remote ? this.#stored('handoff') : undefined;
    return stored && !this.#host.transcript.hasOpenAfter(stored.through) ? stored : undefined;
  }

  #messages(): MessageEntry[] {
    return this.#host.transcript.messages(QUESTION_LINES);
  }

  #stored(kind: Kind): Short | undefined {
    return this.#host.sql
      .exec<{ text: string; through: number }>(
        'SELECT text, through FROM summary WHERE kind = ?',
        kind,
      )
      .toArray()[0];
  }

  #store(kind: Kind, { text, through }: Short): void {
    // What has erased itself meanwhile stays erased.
    if (!this.#host.record()) return;
    this.#host.sql.exec(
      'INSERT OR REPLACE INTO summary (kind, through, text) VALUES (?, ?, ?)',
      kind,
      through,
      text,
    );
  }
}

function lineOf({ author, text }: MessageEntry): Line {
  return { role: author.role, text };
}
