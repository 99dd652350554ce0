import { FILTER_NAMES, listed } from './filter.ts';
import { Icon } from './icons.tsx';
import type { InboxState } from './inbox.ts';
import type { Ending } from './monitor-client.ts';

/** What stands where cards would be. */
export function Nobody({ state, installPath }: { state: InboxState; installPath: string | null }) {
  const { board, filter } = state;
  if (!board.isLoaded) {
    return <p class="nobody waiting-for-list">Looking who is here…</p>;
  }
  if (listed(board, filter).length > 0) return null;
  if (board.cards.size > 0) {
    const isWaits = filter === 'waiting';
    return (
      <p class="nobody">
        {isWaits ? 'Nobody is waiting' : `Nothing under “${FILTER_NAMES[filter]}” right now`}
      </p>
    );
  }
  return (
    <div class="nobody">
      <Icon name="talk" />
      <h2>Nobody is in the chat right now</h2>
      <p>Conversations appear here the moment a visitor opens the chat.</p>
      {installPath !== null && (
        <p>
          <a href={installPath}>Put the chat on your website</a>
        </p>
      )}
    </div>
  );
}

const ENDINGS: Readonly<Record<Ending, { title: string; text: string }>> = {
  signed_out: {
    title: 'You are signed out',
    text: 'Your session is over, or you are no longer in this team. What you had not sent is kept.',
  },
  site_gone: {
    title: 'This website is gone',
    text: 'It has been deleted, with its conversations.',
  },
  out_of_date: {
    title: 'This page is out of date',
    text: 'Baton has been updated since you opened it. Please reload the page.',
  },
};

/** What stands where the list was, once it will not come back. */
export function Over({ why }: { why: Ending }) {
  const { title, text } = ENDINGS[why];
  const here = encodeURIComponent(location.pathname);
  return (
    <div class="over">
      <div class="card notice" role="alert">
        <h2>{title}</h2>
        <p>{text}</p>
        <p>
          {why === 'signed_out' && (
            <a class="button" href={`/app/sign-in?next=${here}`}>
              Sign in
            </a>
          )}
          {why === 'site_gone' && (
            <a class="button" href="/app/sites">
              Your websites
            </a>
          )}
          {why === 'out_of_date' && (
            <a class="button" href={location.pathname}>
              Reload
            </a>
          )}
        </p>
      </div>
    </div>
  );
}
