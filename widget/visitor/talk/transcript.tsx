/** @jsxImportSource ../dom */
import type { VisitorFrame } from '../../../src/protocol/frames.ts';
import { fill } from '../../../src/language/fill.ts';
import { isAnswerDueAt, typingAt } from '../../shared/log.ts';
import { Bubble } from '../bubble.tsx';
import type { Child } from '../dom/jsx-runtime.ts';
import type { Session } from '../view.ts';
import { language, words } from '../words.ts';
import { answer, Message } from './message.tsx';
import { withMarks } from './rows.ts';
import type { Mark, Row } from './rows.ts';
import type { Voice } from '../voice.ts';

interface TranscriptProps {
  session: Session;
  rows: readonly Row[];
  assistant: string;
  voice: Voice | undefined;
  /** Once it is asked for. */
  contactForm: Child;
  explain: (code: string, of: VisitorFrame['type']) => string | undefined;
}

/** Everything said and done so far, then what is under way. */
export function Transcript({
  session,
  rows,
  assistant,
  voice,
  contactForm,
  explain,
}: TranscriptProps) {
  const { log, pending, isErased, missed } = session.view;
  const now = Date.now();
  const typing = typingAt(log, now);
  const isDue = isAnswerDueAt(log, now);

  function drawRow(row: Row | Mark): Child {
    switch (row.kind) {
      case 'message':
        return (
          <Message
            row={row}
            voice={voice}
            onAnswer={(accept) => session.act({ type: 'answer_offer', accept })}
          />
        );
      case 'line':
        return (
          <p key={row.key} class="line" dir={voice?.dir}>
            {row.text}
          </p>
        );
      case 'mark':
        return (
          <div
            key={row.key}
            class={`mark ${row.key}`}
            role="separator"
            aria-label={row.text}
            aria-live="off"
          >
            {row.text}
          </div>
        );
    }
  }

  return [
    isErased && (
      <p key="erased" class="line">
        {words.erased}
      </p>
    ),
    withMarks(rows, { language, now, missed, news: words.news }).map(drawRow),
    pending.map(
      ({ frame, failure }) =>
        frame.type === 'say' && (
          <Bubble id={frame.ref} role="visitor" text={frame.text}>
            {failure === undefined ? (
              <small class="late" aria-live="off">
                {words.sending}
              </small>
            ) : (
              <small key="bad" class="bad" role="alert">
                {words.notSent} {explain(failure, frame.type)}{' '}
                <button class="link" onClick={() => session.retry(frame.ref)}>
                  {words.retry}
                </button>
              </small>
            )}
          </Bubble>
        ),
    ),
    // Not read out word by word: it is, as an entry, once it is complete.
    log.draft && (
      <Bubble
        id="draft"
        kind="draft"
        role="assistant"
        name={assistant}
        {...answer(log.draft.text, true)}
      />
    ),
    (isDue || typing?.role === 'agent') && (
      <div key="typing" class="message assistant typing" aria-hidden="true">
        <span class="name">
          {isDue ? assistant : fill(words.typing, { name: typing?.name ?? '' })}
        </span>
        <p>
          <i />
          <i />
          <i />
        </p>
      </div>
    ),
    contactForm,
  ];
}
