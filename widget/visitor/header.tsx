/** @jsxImportSource ./dom */
import type { StateView } from '../../src/protocol/state.ts';
import { EndIcon } from './icons.tsx';
import type { Session } from './view.ts';
import { words } from './words.ts';

interface HeaderProps {
  session: Session;
  assistant: string;
  /** Absent while there is nothing to end. */
  onEnd: (() => void) | undefined;
}

/** Tells who is there: the assistant, a wait for a person, or the person. */
export function Header({ session, assistant, onEnd }: HeaderProps) {
  const { state } = session.view.log;
  const agent = state?.phase === 'human' ? state.agent : undefined;
  const name = agent?.name ?? assistant;
  const isWaiting = state?.phase === 'waiting';
  return (
    <div class="head">
      <span class={`avatar ${isWaiting ? 'soon' : agent?.away ? 'away' : ''}`} aria-hidden="true">
        {[...name][0]}
      </span>
      <div class="who">
        <strong>{name}</strong>
        <span role="status">{statusOf(state)}</span>
        {isWaiting && (
          <button class="link" onClick={() => session.act({ type: 'cancel_wait' })}>
            {words.cancel}
          </button>
        )}
      </div>
      {onEnd && (
        <button class="quiet icon" aria-label={words.end} title={words.end} onClick={onEnd}>
          <EndIcon />
        </button>
      )}
    </div>
  );
}

function statusOf(state: StateView | null): string {
  switch (state?.phase) {
    case 'waiting':
      return words.waiting;
    case 'human':
      return state.agent?.away ? words.away : words.person;
    case 'ended':
      return words.ended;
    default:
      return words.assistant;
  }
}
