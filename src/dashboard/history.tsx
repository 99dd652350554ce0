/** The history: a website's conversations, to be searched and narrowed down. */
import { type Filter, FILTERS, type HistoryPage, MAX_FOUND, outcomeOf } from '../site/history.ts';
import type { IndexEntry } from '../site/conversation-index.ts';
import {
  counted,
  countryName,
  DEVICES,
  durationWords,
  FILTER_NAMES,
  OUTCOMES,
} from './conversation-words.ts';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Empty, Moment } from './parts.tsx';

/** What the list is narrowed to, as its address says it. */
export interface Asked {
  filter: Filter;
  search: string;
  /** Days as `2026-11-23`, in UTC; empty for any. */
  from: string;
  to: string;
}

/** Where a list narrowed down like this is. `before` is a page's end, as {@link HistoryPage} has it. */
export function historyPath(
  site: string,
  { filter, search, from, to }: Asked,
  before: HistoryPage['older'] = null,
): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('q', search);
  if (filter !== 'all') query.set('outcome', filter);
  if (from !== '') query.set('from', from);
  if (to !== '') query.set('to', to);
  if (before) query.set('before', `${before.lastAt}-${before.id}`);
  const text = query.toString();
  return pathOf(site, 'history') + (text && `?${text}`);
}

/** Where one conversation is. */
export function conversationPath(site: string, conversation: string): string {
  return `${pathOf(site, 'history')}/${conversation}`;
}

export interface HistoryProps {
  site: string;
  asked: Asked;
  /** What is wrong with the days. */
  error?: string | undefined;
  page: HistoryPage;
  /** Whether this is not the first page. */
  isLater: boolean;
  /** Whether there is anything to find at all. */
  hasAny: boolean;
}

export function History(props: HistoryProps) {
  const { site, asked, page, isLater, hasAny } = props;
  if (!hasAny) {
    return (
      <Empty icon="history" title="No conversations yet">
        <p>As soon as a visitor says something, it can be read here.</p>
        <p>
          <a href={pathOf(site, 'live')}>Watch for the first one live</a>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <Search {...props} />
      <Filters site={site} asked={asked} />
      {page.isCutShort && (
        <p class="muted small">
          Many conversations have this: the {MAX_FOUND.toLocaleString('en')} that began last are
          listed. One more word finds older ones.
        </p>
      )}
      {page.conversations.length === 0 ? (
        <NoneFound {...props} />
      ) : (
        <ol class="card conversations">
          {page.conversations.map((entry) => (
            <Item key={entry.conversation} entry={entry} />
          ))}
        </ol>
      )}
      <Pages site={site} asked={asked} older={page.older} isLater={isLater} />
    </>
  );
}

function Search({ site, asked, error }: HistoryProps) {
  const { search, filter, from, to } = asked;
  const hasDays = from !== '' || to !== '';
  return (
    <form method="get" action={pathOf(site, 'history')} role="search" class="history-search">
      {filter !== 'all' && <input type="hidden" name="outcome" value={filter} />}
      <div class="search-box">
        <label class="hidden" for="history-q">
          Words said, or an email address
        </label>
        <Icon name="search" />
        <input
          id="history-q"
          type="search"
          name="q"
          value={search}
          maxLength={200}
          placeholder="Words said, or an email address"
          autocomplete="off"
          enterkeyhint="search"
        />
        <button type="submit">Search</button>
      </div>
      <details class="history-days" open={hasDays || error !== undefined}>
        <summary>Between two days</summary>
        <div class="history-dates">
          <Day name="from" label="First day" value={from} />
          <Day name="to" label="Last day" value={to} error={error} />
        </div>
        <p class="muted small">By when something last happened. Days are those of UTC.</p>
      </details>
    </form>
  );
}

function Day(props: { name: string; label: string; value: string; error?: string | undefined }) {
  const { name, label, value, error } = props;
  return (
    <div class="field">
      <label for={`history-${name}`}>{label}</label>
      <input
        id={`history-${name}`}
        type="date"
        name={name}
        value={value}
        autofocus={error !== undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error && `history-error-${name}`}
      />
      {error && (
        <p class="field-error" id={`history-error-${name}`}>
          {error}
        </p>
      )}
    </div>
  );
}

function Filters({ site, asked }: { site: string; asked: Asked }) {
  return (
    <nav class="segments" aria-label="Outcome">
      <ul>
        {FILTERS.map((filter) => (
          <li key={filter}>
            <a
              href={historyPath(site, { ...asked, filter })}
              aria-current={filter === asked.filter ? 'true' : undefined}
            >
              {FILTER_NAMES[filter]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NoneFound({ site, asked, isLater, error }: HistoryProps) {
  const { search, from, to, filter } = asked;
  if (error !== undefined) {
    return (
      <Empty icon="search" title="No such days">
        <p>{error}</p>
      </Empty>
    );
  }
  if (isLater) {
    return (
      <Empty icon="history" title="That was all">
        <p>There is nothing older.</p>
      </Empty>
    );
  }
  return (
    <Empty icon="search" title="Nothing found">
      <p>
        {search === ''
          ? 'No conversation is like this.'
          : 'No conversation has all of these words. Their beginnings are enough, or three characters of an email address.'}
      </p>
      {(search !== '' || from !== '' || to !== '' || filter !== 'all') && (
        <p>
          <a href={pathOf(site, 'history')}>Show all conversations</a>
        </p>
      )}
    </Empty>
  );
}

function Item({ entry }: { entry: IndexEntry }) {
  const { firstLine, lastLine, lastAt, messages } = entry;
  return (
    <li class="conversation">
      <div class="conversation-head">
        <a class="conversation-first" href={conversationPath(entry.site, entry.conversation)}>
          <bdi>{firstLine || 'The visitor has said nothing'}</bdi>
        </a>
        <Moment at={lastAt} />
      </div>
      {messages > 1 && (
        <p class="conversation-last">
          <bdi>{lastLine}</bdi>
        </p>
      )}
      <div class="conversation-facts">
        <ul>
          <li class="conversation-badges">
            <OutcomeBadge entry={entry} />
            {entry.phase !== 'ended' && <span class="badge good">Open</span>}
          </li>
          <li>{counted(messages, 'message')}</li>
          <li>{durationWords(lastAt - entry.startedAt)}</li>
          {entry.agent !== null && (
            <li>
              with <bdi>{entry.agent}</bdi>
            </li>
          )}
          {entry.country !== null && <li>{countryName(entry.country)}</li>}
          {entry.device !== null && <li>{DEVICES[entry.device]}</li>}
          {(entry.pageTitle || entry.pageUrl) && (
            <li class="conversation-page">
              <bdi>{entry.pageTitle || entry.pageUrl}</bdi>
            </li>
          )}
          {entry.contact !== null && (
            <li class="conversation-contact">
              <Icon name="mail" />
              <bdi>{entry.contact}</bdi>
            </li>
          )}
        </ul>
      </div>
    </li>
  );
}

const TONES = {
  ai: '',
  waiting: ' wait',
  taken_over: ' person',
  nobody_came: ' bad',
  given_up: '',
} as const;

/** What became of it, as a badge. */
export function OutcomeBadge({ entry }: { entry: IndexEntry }) {
  const outcome = outcomeOf(entry);
  return <span class={`badge${TONES[outcome]}`}>{OUTCOMES[outcome]}</span>;
}

function Pages(props: {
  site: string;
  asked: Asked;
  older: HistoryPage['older'];
  isLater: boolean;
}) {
  const { site, asked, older, isLater } = props;
  if (!older && !isLater) return null;
  return (
    <nav class="pages" aria-label="Pages">
      {isLater && (
        <a class="button plain" href={historyPath(site, asked)}>
          Newest
        </a>
      )}
      {older && (
        <a class="button plain" href={historyPath(site, asked, older)} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}
