import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_NOTE_CHARS, MAX_TEXT_CHARS } from '../../src/protocol/limits.ts';
import { isUnderWay } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Memory } from './memory.ts';
import type { Actions } from './session.ts';

/** From here on the writer is told how much room is left. */
const ROOM_TOLD_CHARS = 200;

interface ComposerProps {
  desk: Desk;
  actions: Actions;
  memory: Memory;
}

/** Where whoever has the conversation writes, and the two ways to leave it. */
export function Composer({ desk, actions, memory }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(memory.draft);
  const room = MAX_TEXT_CHARS - [...text.trim()].length;
  useEffect(() => field.current?.focus(), []);

  const write = (next: string) => {
    setText(next);
    memory.rememberDraft(next);
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '' || room < 0) return;
    actions.say(text.trim());
    write('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a composition, of Japanese for one, is not meant for us: Safari says so by its code alone.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !isComposing) send(event);
  };

  return (
    <div class="compose">
      <form class="compose-box" onSubmit={send}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label="Message"
          placeholder="Write to the visitor…"
          onInput={(event) => {
            write(event.currentTarget.value);
            actions.typing();
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          class="primary"
          aria-label="Send message"
          disabled={text.trim() === '' || room < 0}
        >
          Send
        </button>
      </form>
      {room <= ROOM_TOLD_CHARS && (
        <p class={room < 0 ? 'field-error' : 'compose-room'} role="status">
          {room < 0 ? `${-room} characters too long` : `${room} characters left`}
        </p>
      )}
      <Exits desk={desk} actions={actions} />
    </div>
  );
}

function Exits({ desk, actions }: Omit<ComposerProps, 'memory'>) {
  const [isEnding, setIsEnding] = useState(false);
  const [note, setNote] = useState('');
  if (isEnding) {
    return (
      <div class="exits" role="group" aria-label="End conversation">
        {/* The safe answer stands where the first press was, for those who press twice. */}
        <p>End it for the visitor, too?</p>
        <button
          type="button"
          class="danger"
          onClick={actions.end}
          disabled={isUnderWay(desk, 'end')}
        >
          End conversation
        </button>
        <button type="button" class="quiet last" onClick={() => setIsEnding(false)}>
          Keep talking
        </button>
      </div>
    );
  }
  return (
    <div class="exits">
      <button
        type="button"
        onClick={() => actions.handBack(note.trim())}
        disabled={isUnderWay(desk, 'hand_back')}
      >
        Hand back to AI
      </button>
      <details class="note">
        <summary>{note.trim() === '' ? 'Add a note' : 'Note added'}</summary>
        <textarea
          rows={2}
          value={note}
          maxLength={MAX_NOTE_CHARS}
          aria-label="Note for the assistant"
          placeholder="What the assistant should know. The visitor does not see it."
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </details>
      <button type="button" class="quiet last" onClick={() => setIsEnding(true)}>
        End conversation
      </button>
    </div>
  );
}
