import { countsOf, FILTER_NAMES, FILTERS } from './filter.ts';
import type { Filter } from './filter.ts';
import { Icon } from './icons.tsx';
import type { Inbox, InboxState } from './inbox.ts';

/** Narrows the list down, and says how many there are of each kind. */
export function Filters({
  state,
  onFilter,
}: {
  state: InboxState;
  onFilter: (filter: Filter) => void;
}) {
  const counts = countsOf(state.board);
  return (
    <div class="filters" role="group" aria-label="Show">
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          class={filter === 'waiting' && counts.waiting > 0 ? 'calls' : ''}
          aria-pressed={filter === state.filter}
          onClick={() => onFilter(filter)}
        >
          {FILTER_NAMES[filter]} <span>{counts[filter]}</span>
        </button>
      ))}
    </div>
  );
}

/** How this page calls for attention. */
export function Tools({ inbox, onHelp }: { inbox: Inbox; onHelp: () => void }) {
  const { alerts } = inbox.state();
  const { isSoundOn, isSoundBlocked, notices } = alerts;
  return (
    <div class="tools">
      {isSoundBlocked && <p class="tools-hint">Click anywhere to let the sound be heard</p>}
      {notices === 'default' && (
        <button type="button" onClick={inbox.askForNotices}>
          <Icon name="bell" />
          Notify me
        </button>
      )}
      <button
        type="button"
        aria-pressed={isSoundOn}
        title={isSoundOn ? 'A new wait is heard' : 'A new wait is silent'}
        onClick={() => inbox.setSound(!isSoundOn)}
      >
        <Icon name={isSoundOn ? 'sound' : 'silence'} />
        Sound
      </button>
      <button type="button" class="keys-button" aria-label="Keyboard shortcuts" onClick={onHelp}>
        <Icon name="keys" />
      </button>
    </div>
  );
}

/** What the page says about its own connection; nothing while all is well. */
export function Connection({ state }: { state: InboxState }) {
  return (
    <p class="line-state" role="status">
      {connectionLine(state)}
    </p>
  );
}

function connectionLine({ status, board }: InboxState): string | null {
  if (status.is === 'open' || status.is === 'ended') return null;
  if (!navigator.onLine) return 'You are offline. This list goes on when you are back.';
  if (board.isLoaded) return 'Reconnecting…';
  return status.failures > 1 ? 'Live can’t be reached. Trying again…' : null;
}
