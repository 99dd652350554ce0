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
import { inTime, within } from '../in-time.ts';
import { detectorIfReady, loadDetector } from '../intent/detector.ts';
import { type Detect, NOTHING_KNOWN } from '../intent/verdict.ts';
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

/** How often one conversation may have the small model asked. */
const MAX_ASKED: Readonly<Record<Kind, number>> = { handoff: 5, earlier: 20 };

/** What was said up to entry number `through`, in short. */
interface StoredSummary {
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
  #handoff = Promise.resolve();
  #isCatchingUp = false;
  /** As many entries there were when the small model failed last: it is not asked the same thing again. */
  #failedAt: Record<Kind, number> = { handoff: 0, earlier: 0 };
  #byRule: StoredSummary | null = null;

  constructor(host: SummariesHost, remote: RemoteModels | null) {
    this.#host = host;
    this.#remote = remote;
  }

  /** A person may be wanted soon: begins to tell in short why, so that it is ready by then. */
  prepareHandoff(): Promise<void> {
    // One after the other: what was said while one was made is told by the next, if it is news.
    this.#handoff = this.#handoff.catch(() => undefined).then(() => this.#prepare());
    return this.#handoff;
  }

  /** Two or three lines for the team, after {@link HANDOFF_MS} at the latest; empty if there is nothing to tell. */
  async handoff(): Promise<string> {
    await loadDetector();
    if (!this.#remote) return this.handoffSoFar();
    const prepared = this.prepareHandoff().catch(() => undefined);
    await within(HANDOFF_MS, prepared, () => undefined);
    return this.handoffSoFar();
  }

  /** The same as far as it is known by now. */
  handoffSoFar(): string {
    if (!this.#host.record()) return '';
    const messages = this.#messages();
    return this.#fresh(messages)?.text ?? this.#ruled(messages);
  }

  /** What the assistant no longer reads. */
  earlier(): StoredSummary | undefined {
    return this.#remote ? this.#stored('earlier') : undefined;
  }

  /** Tells in short what has fallen out of what the assistant reads, once that is worth it. */
  async catchUp(): Promise<void> {
    if (!this.#remote || this.#isCatchingUp) return;
    const messages = this.#messages();
    const known = this.#stored('earlier');
    const through = Math.max(known?.through ?? 0, this.#failedAt.earlier);
    const from = windowFrom(messages.map(lineOf), []);
    const fallen = messages.slice(0, from).filter(({ seq }) => seq > (known?.through ?? 0));
    const last = fallen.at(-1);
    if (!last || fallen.filter(({ seq }) => seq > through).length < EARLIER_LINES) return;
    this.#isCatchingUp = true;
    const prompt = summaryPrompt(known?.text, fallen.map(lineOf));
    const text = await this.#ask('earlier', prompt, EARLIER_MS);
    this.#isCatchingUp = false;
    if (text) this.#store('earlier', { text, through: last.seq });
    else this.#failedAt.earlier = last.seq;
  }

  async #prepare(): Promise<void> {
    const record = this.#host.record();
    // Its turn may come when the conversation has erased itself: there is nothing to be read then.
    if (!record || !this.#remote) return;
    const messages = this.#messages();
    const last = messages.at(-1);
    if (!last || this.#fresh(messages)) return;
    // What the model could not sum up is not put to it again: neither for the mail's next attempt, nor for a yes.
    const since = messages.filter(({ seq }) => seq > this.#failedAt.handoff);
    const isNews = summaryByRule(since, await loadDetector()) !== '';
    if (!isNews) return;
    const prompt = handoffPrompt(messages, record.settings.name);
    const reply = await this.#ask('handoff', prompt, HANDOFF_MS);
    const text = reply === null ? null : readSummary(reply);
    if (text !== null) this.#store('handoff', { text, through: last.seq });
    else this.#failedAt.handoff = last.seq;
  }

  async #ask(kind: Kind, prompt: Prompt, limitMs: Millis): Promise<string | null> {
    const record = this.#host.record();
    const remote = this.#remote;
    if (!record || !remote || !this.#mayAsk(kind)) return null;
    const { settings, network } = record;
    const caller = network === undefined ? undefined : { site: settings.site, network };
    return inTime(limitMs, (signal) => remote.askSmall(prompt, signal, caller));
  }

  /** Counts the questions of one conversation: a visitor must not be able to have them asked without end. */
  #mayAsk(kind: Kind): boolean {
    const [row] = this.#host.sql.exec<{ asked: number }>(
      `INSERT INTO summary (kind, asked, through, text) VALUES (?, 1, 0, '')
       ON CONFLICT (kind) DO UPDATE SET asked = asked + 1 RETURNING asked`,
      kind,
    );
    return (row?.asked ?? 0) <= MAX_ASKED[kind];
  }

  /** The one for the team, unless the visitor has said something since that it does not tell. */
  #fresh(messages: readonly MessageEntry[]): StoredSummary | undefined {
    const stored = this.#remote ? this.#stored('handoff') : undefined;
    if (!stored) return undefined;
    const since = messages.filter(({ seq }) => seq > stored.through);
    return summaryByRule(since, meaning()) === '' ? stored : undefined;
  }

  /** Made once for as long as nothing more is said: a deploy brings every socket of the team back at once. */
  #ruled(messages: readonly MessageEntry[]): string {
    const through = messages.at(-1)?.seq ?? 0;
    if (this.#byRule?.through !== through) {
      this.#byRule = { text: summaryByRule(messages, meaning()), through };
    }
    return this.#byRule.text;
  }

  #messages(): MessageEntry[] {
    return this.#host.transcript.messages(QUESTION_LINES);
  }

  #stored(kind: Kind): StoredSummary | undefined {
    return this.#host.sql
      .exec<{ text: string; through: number }>(
        "SELECT text, through FROM summary WHERE kind = ? AND text <> ''",
        kind,
      )
      .toArray()[0];
  }

  #store(kind: Kind, { text, through }: StoredSummary): void {
    // What has erased itself meanwhile stays erased.
    if (!this.#host.record()) return;
    this.#host.sql.exec(
      'UPDATE summary SET through = ?, text = ? WHERE kind = ?',
      through,
      text,
      kind,
    );
  }
}

/** What messages mean, as far as this isolate can tell by now: whoever has been spoken to by a client can. */
function meaning(): Detect {
  return detectorIfReady() ?? (() => NOTHING_KNOWN);
}

function lineOf({ author, text }: MessageEntry): Line {
  return { role: author.role, text };
}
