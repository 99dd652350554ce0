/** @jsxImportSource ./dom */
import type { PublicSettings } from '../../src/protocol/public-settings.ts';
import { isAnswerDueAt, typingAt } from '../shared/log.ts';
import type { Child } from './dom/jsx-runtime.ts';
import { Bubble, Message } from './message.tsx';
import type { Row } from './rows.ts';
import type { Session } from './view.ts';
import { words } from './words.ts';

interface TranscriptProps {
  session: Session;
  rows: readonly Row[];
  settings: PublicSettings;
  /** Once it is asked for. */
  contactForm: Child;
}

/** Everything said and done so far, then what is under way. */
export function Transcript({ session, rows, settings, contactForm }: TranscriptProps) {
  const { log, pending, isErased } = session.view;
  const assistant = settings.assistantName;
  const now = Date.now();
  const typing = typingAt(log, now);
  const isDue = isAnswerDueAt(log, now);
  return [
    settings.greeting && <Bubble role="assistant" name={assistant} text={settings.greeting} />,
    isErased && (
      <p key="erased" class="line">
        {words.erased}
      </p>
    ),
    rows.map((row) =>
      row.kind === 'message' ? (
        <Message row={row} onAnswer={(accept) => session.act({ type: 'answer_offer', accept })} />
      ) : (
        <p key={row.key} class="line">
          {row.text}
        </p>
      ),
    ),
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
                {words.notSent} {failure}
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
      <Bubble id="draft" kind="draft" role="assistant" name={assistant} text={log.draft.text} />
    ),
    (isDue || typing?.role === 'agent') && (
      <div key="typing" class="message assistant typing" aria-hidden="true">
        <span class="name">{isDue ? assistant : words.typing(typing?.name ?? '')}</span>
        <p>•••</p>
      </div>
    ),
    contactForm,
  ];
}
