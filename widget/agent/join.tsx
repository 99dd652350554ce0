import { useId, useRef, useState } from 'preact/hooks';
import { MAX_NAME_CHARS } from '../../src/protocol/limits.ts';
import { isUnderWay } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Memory } from './memory.ts';
import type { Actions } from './session.ts';

/** The colleague who has the conversation. */
type Holder = { name: string; away: boolean };

interface JoinProps {
  desk: Desk;
  actions: Actions;
  memory: Memory;
  holder: Holder | null;
}

/** Stands where the composer will be until this person takes over. */
export function Join({ desk, actions, memory, holder }: JoinProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(memory.name);
  const [isNameless, setIsNameless] = useState(false);

  const press = (event: Event) => {
    event.preventDefault();
    const trimmed = name.trim();
    setIsNameless(trimmed === '');
    if (trimmed === '') return field.current?.focus();
    memory.rememberName(trimmed);
    actions.takeOver(trimmed, holder !== null);
  };

  return (
    <form class="join" onSubmit={press} noValidate>
      <JoinLine holder={holder} />
      <div class="join-fields">
        <div class="join-name">
          <label for={id}>Your name</label>
          <input
            id={id}
            ref={field}
            value={name}
            maxLength={MAX_NAME_CHARS}
            autocomplete="given-name"
            placeholder="What the visitor calls you"
            aria-invalid={isNameless}
            aria-describedby={isNameless ? `${id}-error` : undefined}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <JoinButton desk={desk} holder={holder} />
      </div>
      {isNameless && (
        <p id={`${id}-error`} class="field-error" role="alert">
          Please tell the visitor your name.
        </p>
      )}
    </form>
  );
}

/** The same for a member who has signed in: their name is known. */
export function MemberJoin(props: Omit<JoinProps, 'memory'> & { name: string }) {
  const { desk, actions, name, holder } = props;
  const press = (event: Event) => {
    event.preventDefault();
    actions.takeOver(name, holder !== null);
  };
  return (
    <form class="join member" onSubmit={press}>
      <JoinLine holder={holder} />
      <JoinButton desk={desk} holder={holder} />
    </form>
  );
}

function JoinButton({ desk, holder }: { desk: Desk; holder: Holder | null }) {
  return (
    <button
      type="submit"
      class={holder === null ? 'primary' : 'force'}
      disabled={isUnderWay(desk, 'take_over')}
    >
      {holder === null ? 'Take over' : `Take it from ${holder.name}`}
    </button>
  );
}

function JoinLine({ holder }: { holder: Holder | null }) {
  if (holder === null) {
    return (
      <p class="join-line">
        The AI keeps answering until you take over. The visitor then sees your name.
      </p>
    );
  }
  return (
    <p class="join-line">
      <strong>{holder.name} has this conversation.</strong>{' '}
      {holder.away ? 'Their connection is gone at the moment.' : 'You are watching.'}
    </p>
  );
}
