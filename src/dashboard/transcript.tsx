/** One conversation to be read: what was said and what happened, in order. */
import type { ComponentChildren } from 'preact';
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry, MessageEntry, Millis, Source } from '../protocol/entry.ts';
import { authorName, webUrl } from './conversation-words.ts';
import { teamLine } from '../../widget/shared/team-lines.ts';
import { type Decision, decisionWords, LABELS } from './decision-words.ts';
import { type Row, rowsOf } from './transcript-rows.ts';

/** Shows times and days where the reader is. */
export const TRANSCRIPT_SCRIPT = '/baton/transcript.js';

export interface TranscriptProps {
  /** Where this conversation is. */
  path: string;
  /** One page of the log. */
  entries: readonly Entry[];
  /** The number of the log's last entry. */
  last: number;
  /** What the assistant is called. */
  assistant: string;
}

export function Transcript({ path, entries, last, assistant }: TranscriptProps) {
  const first = entries[0];
  const isToEnd = entries.at(-1)?.seq === last;
  return (
    <section class="card transcript" aria-labelledby="transcript-title">
      <h2 id="transcript-title" class="hidden">
        Transcript
      </h2>
      {first && first.seq > 1 && (
        <p class="transcript-more">
          <a href={`${path}?before=${first.seq}`}>Show earlier</a>
          <span class="muted small">
            {last.toLocaleString('en')} entries in all, {entries.length.toLocaleString('en')} on
            this page
          </span>
        </p>
      )}
      <ol class="transcript-log">
        {rowsOf(entries).map((row) => (
          <RowView
            key={row.is === 'day' ? `day ${row.at}` : row.entry.seq}
            {...{ row, assistant }}
          />
        ))}
      </ol>
      {!isToEnd && (
        <p class="transcript-more">
          <a href={path}>Show the latest</a>
        </p>
      )}
      <p class="transcript-zone muted small" data-zone>
        Times are UTC.
      </p>
    </section>
  );
}

function RowView({ row, assistant }: { row: Row; assistant: string }) {
  switch (row.is) {
    case 'day':
      return (
        <li class="day">
          <time dateTime={new Date(row.at).toISOString().slice(0, 10)}>{dayName(row.at)}</time>
        </li>
      );
    case 'event':
      return (
        <li class="happened" data-at={row.entry.at}>
          <span class="happened-words">{teamLine(row.entry, assistant)}</span>
          <Clock at={row.entry.at} />
        </li>
      );
    case 'message':
      return <Said {...row} assistant={assistant} />;
    default:
      return assertNever(row);
  }
}

function Said(props: Extract<Row, { is: 'message' }> & { assistant: string }) {
  const { entry, decision, isFirst, assistant } = props;
  return (
    <li class={`said by-${entry.author.role}${isFirst ? ' first' : ''}`} data-at={entry.at}>
      <p class="said-who">
        <strong class={isFirst ? undefined : 'hidden'}>
          <bdi>{authorName(entry, assistant)}</bdi>
        </strong>
        <Clock at={entry.at} />
      </p>
      {decision && <DecisionView decision={decision} />}
      <p class="said-text" dir="auto">
        {entry.text}
      </p>
      <Notes entry={entry} />
    </li>
  );
}

const FALLBACKS = {
  trouble: 'The usual way of answering failed',
  spent: 'The answers for now were used up',
} as const;

function Notes({ entry }: { entry: MessageEntry }) {
  return (
    <>
      {entry.interrupted && <p class="said-note">Cut off here</p>}
      {entry.fallback && <p class="said-note">{FALLBACKS[entry.fallback]}</p>}
      {entry.unanswered && <p class="said-note unanswered">No answer found</p>}
      {entry.sources && entry.sources.length > 0 && (
        <p class="said-note">From {joined(entry.sources.map(SourceLink))}</p>
      )}
    </>
  );
}

function SourceLink({ title, url }: Source) {
  return url === undefined ? <bdi>{title}</bdi> : <WebLink url={url}>{title || url}</WebLink>;
}

/** Text, and a link to a page elsewhere if it is one of the web. */
export function WebLink({ url, children }: { url: string; children: ComponentChildren }) {
  const href = webUrl(url);
  if (href === null) return <bdi>{children}</bdi>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      <bdi>{children}</bdi>
    </a>
  );
}

function joined(parts: readonly ComponentChildren[]): ComponentChildren[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}

function DecisionView({ decision }: { decision: Decision }) {
  return (
    <details class={`decision ${decision.label}`}>
      <summary>{LABELS[decision.label]}</summary>
      <p>{decisionWords(decision)}</p>
    </details>
  );
}

/** The time of day, in UTC until a script knows better. */
function Clock({ at }: { at: Millis }) {
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} data-clock={at}>
      {iso.slice(11, 16)}
    </time>
  );
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

function dayName(at: Millis): string {
  return DAY.format(at);
}
