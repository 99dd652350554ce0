/** What an answer is made from, and what becomes of it. */
import type { Assistant } from '../assistant/assistant.ts';
import type { TroubleReason } from '../assistant/answerer.ts';
import { withoutWordsOf } from '../assistant/models/unquoted.ts';
import { saidIn } from '../language/speech.ts';
import type { OutboxStore } from './outbox-store.ts';
import { publish } from './publish.ts';
import { QUESTION_LINES, questionFrom, standingOf } from './question.ts';
import { tongueFor } from './record.ts';
import type { Talk } from './talk.ts';
import type { Answer, TurnHost } from './turn.ts';

/** The turns' view of their conversation. */
export function turnHost(talk: Talk, outbox: OutboxStore, assistant: Assistant): TurnHost {
  return {
    question: (askedFrom) => {
      if (!talk.record) throw new Error('A turn without a conversation.');
      const open = talk.transcript.open(askedFrom, QUESTION_LINES);
      const said = {
        messages: talk.transcript.messages(QUESTION_LINES),
        open,
        earlier: talk.summaries.earlier(),
        answers: assistant.remote ? talk.transcript.answers() : 0,
      };
      return { question: questionFrom(talk.record, said), through: open.at(-1)?.seq ?? askedFrom };
    },
    settle: (through) => talk.opinion?.settle(through) ?? null,
    standing: () => (talk.record ? standingOf(talk.record.state) : 'off'),
    draft: (turn, text) => publish(talk.ctx, { type: 'draft', turn, text }),
    answered: (generation, answer, isLast) => {
      onAnswered(talk, generation, answer, isLast);
      // A model that is out of reach, or out of budget, is not asked for more.
      const isByModel = answer.outcome === 'said' && !answer.resort;
      if (isByModel) talk.ctx.waitUntil(talk.summaries.catchUp());
    },
    failure: (reason, detail) => onFailure(talk, outbox, assistant, reason, detail),
    now: () => Date.now(),
  };
}

function onAnswered(talk: Talk, generation: number, answer: Answer, isLast: boolean): void {
  const { through } = answer;
  const type = 'assistant_answered';
  if (answer.outcome === 'failed') {
    const input = { type, generation, answered: false, isLast, isSpent: false } as const;
    const { noAnswer: text } = saidIn(tongueFor(talk.record?.about ?? {}));
    return talk.act(input, {
      answer: { text, answered: false, fallback: 'trouble', sources: [], through },
    });
  }
  const { text, answered, sources, resort } = answer;
  const input = { type, generation, answered, isLast, isSpent: resort === 'spent' } as const;
  const fallback = resort && { fallback: resort };
  return talk.act(input, { answer: { text, answered, sources, through, ...fallback } });
}

function onFailure(
  talk: Talk,
  outbox: OutboxStore,
  { remote }: Assistant,
  reason: TroubleReason,
  detail: string,
): void {
  // Never what was said: a provider may repeat it in what it has to complain about.
  talk.log('answer.failed', { reason });
  if (!remote || !talk.record) return;
  const said = talk.transcript.messages(QUESTION_LINES).map(({ text }) => text);
  const words = remote.tellable(withoutWordsOf(detail, said));
  const now = Date.now();
  outbox.add({ kind: 'trouble', at: now, reason, model: remote.name, detail: words }, now);
  talk.arm();
}
