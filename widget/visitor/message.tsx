/** @jsxImportSource ./dom */
import type { Millis, Source } from '../../src/protocol/entry.ts';
import type { Child } from './dom/jsx-runtime.ts';
import type { MessageRow } from './rows.ts';
import { WEB_LINK } from './web-link.ts';
import { words } from './words.ts';

interface BubbleProps {
  /** Its place in the log. */
  id?: string | number;
  /** A look, and a silence, of its own. */
  kind?: 'draft';
  role: MessageRow['role'];
  name?: string | null;
  text: string;
  /** Below the bubble. */
  children?: Child;
}

/** Something said. The text stays text, whatever it says. */
export function Bubble({ id, kind, role, name, text, children }: BubbleProps) {
  return (
    <div key={id} class={`message ${role} ${kind ?? ''}`} aria-live={kind && 'off'}>
      {name && <span class="name">{name}</span>}
      {role === 'visitor' && <span class="unseen">{words.you}: </span>}
      <p dir="auto">{text}</p>
      {children}
    </div>
  );
}

interface MessageProps {
  row: MessageRow;
  onAnswer: (accept: boolean) => void;
}

/** A line of the log: its text, what it rests on, when it was said, and an open offer's buttons. */
export function Message({ row, onAnswer }: MessageProps) {
  const { message } = row;
  return (
    <Bubble id={row.key} role={row.role} name={row.name} text={row.text}>
      {message?.interrupted && <small>{words.interrupted}</small>}
      {message?.sources?.[0] && <Sources sources={message.sources} />}
      {row.isOffer && (
        <div class="choices">
          <button class="primary" onClick={() => onAnswer(true)}>
            {words.accept}
          </button>
          <button onClick={() => onAnswer(false)}>{words.decline}</button>
        </div>
      )}
      {row.isLast && !row.isOffer && <Time at={row.at} />}
    </Bubble>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="sources" aria-label={words.sources}>
      {sources.map(({ title, url }) => (
        <li key={title}>
          {url && WEB_LINK.test(url) ? (
            <a href={url} target="_blank" rel="noopener">
              {title}
            </a>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
}

function Time({ at }: { at: Millis }) {
  const date = new Date(at);
  const clock = date.toLocaleTimeString([], { timeStyle: 'short' });
  // It moves to the end of a run as that grows, which is no news.
  return (
    <time datetime={date.toISOString()} aria-live="off">
      {clock}
    </time>
  );
}
