/** @jsxImportSource ../dom */
import type { StateView } from '../../../src/protocol/state.ts';
import type { LazyExtra } from '../extra.ts';
import type { Who } from '../header.tsx';
import { MenuIcon } from '../icons.tsx';
import type { Session } from '../view.ts';
import { words } from '../words.ts';
import type { Voice } from '../voice.ts';

interface Situation {
  session: Session;
  assistant: string;
  extra: LazyExtra;
  voice: Voice | undefined;
}

/** Tells who is there: the assistant, a wait for a person, or the person. */
export function whoIsThere({ session, assistant, extra, voice }: Situation): Who {
  const { state, entries } = session.view.log;
  const agent = state?.phase === 'human' ? state.agent : undefined;
  const isWaiting = state?.phase === 'waiting';
  const backAt = state?.waiting?.backAt ?? 0;
  return {
    name: agent?.name ?? assistant,
    status: statusOf(state),
    dot: isWaiting ? 'soon' : agent?.away || state?.phase === 'ended' ? 'away' : undefined,
    more: [
      ' ',
      isWaiting && (
        <button class="link" onClick={() => session.act({ type: 'cancel_wait' })}>
          {words.cancel}
        </button>
      ),
      voice && backAt > Date.now() && <small>{voice.backAt(backAt)}</small>,
    ],
    menu: entries.some(({ ref }) => ref) && <Menu extra={extra} />,
  };
}

function Menu({ extra }: { extra: LazyExtra }) {
  const press = async (event: Event & { currentTarget: HTMLElement }) => {
    const button = event.currentTarget;
    (await extra.load(event))?.toggleMenu(button);
  };
  return (
    <div key="menu" class="menu">
      <button
        class="quiet icon"
        aria-label={words.menu}
        title={words.menu}
        aria-haspopup="menu"
        aria-expanded={`${extra.value?.isMenuOpen ?? false}`}
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
      {extra.value?.menu()}
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
