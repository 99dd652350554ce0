/** @jsxImportSource ./dom */
import type { StateView } from '../../src/protocol/state.ts';
import { backText } from '../shared/lines.ts';
import type { LazyExtra } from './extra.ts';
import { MenuIcon } from './icons.tsx';
import type { Session } from './view.ts';
import { words } from './words.ts';

interface HeaderProps {
  session: Session;
  assistant: string;
  extra: LazyExtra;
}

/** Tells who is there: the assistant, a wait for a person, or the person. */
export function Header({ session, assistant, extra }: HeaderProps) {
  const { state, entries } = session.view.log;
  const agent = state?.phase === 'human' ? state.agent : undefined;
  const name = agent?.name ?? assistant;
  const isWaiting = state?.phase === 'waiting';
  const backAt = state?.waiting?.backAt ?? 0;
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
        {backAt > Date.now() && <small>{backText(backAt)}</small>}
      </div>
      {entries.some(({ ref }) => ref) && <Menu extra={extra} />}
    </div>
  );
}

function Menu({ extra }: { extra: LazyExtra }) {
  const press = async (event: Event & { currentTarget: HTMLElement }) => {
    const button = event.currentTarget;
    (await extra.load())?.toggleMenu(button);
  };
  return (
    <div key="menu" class="menu">
      <button
        class="quiet icon"
        aria-label={words.menu}
        title={words.menu}
        aria-haspopup="menu"
        aria-expanded={`${extra.parts?.isMenuOpen ?? false}`}
        onClick={press}
        onPointerEnter={extra.load}
        // The focus stays in an open menu, which then knows that it is not left but shut.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          void press(event);
        }}
      >
        <MenuIcon />
      </button>
      {extra.parts?.menu()}
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
