/** @jsxImportSource ../dom */
import type { MessageEntry, Millis, Source } from '../../../src/protocol/entry.ts';
import { Bubble } from '../bubble.tsx';
import type { Child } from '../dom/jsx-runtime.ts';
import { WEB_LINK } from '../web-link.ts';
import { language, words } from '../words.ts';
import { parsePlain } from './inline.ts';
import { parseMarkdown } from './markdown.ts';
import { drawBlocks, drawInline } from './rich.tsx';
import type { MessageRow } from './rows.ts';
import type { Voice } from '../voice.ts';

interface MessageProps {
  row: MessageRow;
  voice: Voice | undefined;
  onAnswer: (accept: boolean) => void;
}

/** A line of the log: its text, what it rests on, when it was said, and an open offer's buttons. */
export function Message({ row, voice, onAnswer }: MessageProps) {
  const { message } = row;
  return (
    <Bubble id={row.key} role={row.role} name={row.name} {...bodyOf(row)}>
      {message?.interrupted && <small>{words.interrupted}</small>}
      {message?.sources?.[0] && <Sources sources={message.sources} />}
      {row.isOffer && voice && (
        <div class="choices">
          <button class="primary" onClick={() => onAnswer(true)}>
            {voice.accept}
          </button>
          <button onClick={() => onAnswer(false)}>{voice.decline}</button>
        </div>
      )}
      {row.isLast && !row.isOffer && <Time at={row.at} />}
    </Bubble>
  );
}

type Body = { text: Child; rich?: Child };

/** What messages look like; their text never changes. */
const known = new WeakMap<MessageEntry, Body>();

/** The assistant writes Markdown; people write what they mean. */
function bodyOf({ role, text, message }: MessageRow): Body {
  if (role === 'visitor' || !message) return { text };
  const body = known.get(message) ?? (role === 'agent' ? { text: linked(text) } : answer(text));
  known.set(message, body);
  return body;
}

const linked = (text: string) => drawInline(parsePlain(text));

/** An answer, or a draft of one. */
export function answer(text: string, isDraft = false): Body {
  const rich = drawBlocks(parseMarkdown(text, isDraft));
  return {
    text,
    rich: (
      <div class="rich" dir="auto">
        {rich}
      </div>
    ),
  };
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="sources" aria-label={words.sources}>
      {sources.map(({ title, url }, at) => (
        <li key={at}>
          {url && WEB_LINK.test(url) ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
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

/** Made once: making one takes as long as drawing a message. */
let clock: Intl.DateTimeFormat | undefined;

function Time({ at }: { at: Millis }) {
  clock ??= new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const date = new Date(at);
  // It moves to the end of a run as that grows, which is no news.
  return (
    <time datetime={date.toISOString()} aria-live="off">
      {clock.format(date)}
    </time>
  );
}
