import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { teamLine } from '../shared/team-lines.ts';
import { isAnswerDueAt, typingAt, unconfirmed } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';
import type { Desk } from './desk.ts';
import { MessageView, UnsentView } from './message.tsx';
import type { Actions } from './session.ts';
import { clock } from './time.ts';
import { assistantName, transcriptItems } from './transcript-items.ts';
import type { Item } from './transcript-items.ts';

/** This close to the end, in CSS pixels, the reader is taken to follow along. */
const NEAR_END_PX = 80;

/** What was said and what happened, with the streamed answer at its end. */
export function Transcript({ desk, actions }: { desk: Desk; actions: Actions }) {
  const { log } = desk;
  const assistant = assistantName(log.entries);
  const unsent = unconfirmed(log, desk.pending);
  const { box, follow, isBehind, onScroll } = useFollow(
    log.entries.length + unsent.length,
    log.draft ?? log.typing,
  );
  return (
    <div class="talk">
      <div class="talk-scroll" ref={box} onScroll={onScroll} tabIndex={0}>
        <div role="log" aria-label="Conversation">
          <ol class="talk-list">
            {transcriptItems(log.entries).map((item) => (
              <ItemView key={item.entry.seq} item={item} assistant={assistant} />
            ))}
            {unsent.map((pending) =>
              pending.frame.type === 'say' ? (
                <UnsentView
                  key={pending.frame.ref}
                  text={pending.frame.text}
                  ref_={pending.frame.ref}
                  failure={pending.failure}
                  actions={actions}
                />
              ) : null,
            )}
          </ol>
        </div>
        <Live log={log} assistant={assistant} />
      </div>
      {isBehind && (
        <button type="button" class="talk-newest" onClick={follow}>
          New messages
        </button>
      )}
    </div>
  );
}

function ItemView({ item, assistant }: { item: Item; assistant: string }) {
  if (item.is === 'message') return <MessageView {...item} />;
  return (
    <li class={`happening ${item.entry.event.replace('.', '-')}`}>
      <bdi>{teamLine(item.entry, assistant)}</bdi>
      <time dateTime={new Date(item.entry.at).toISOString()}>{clock(item.entry.at)}</time>
    </li>
  );
}

/** What is being written at this moment. Not announced: its entry will be, when it is whole. */
function Live({ log, assistant }: { log: Log; assistant: string }) {
  const now = Date.now();
  const typing = typingAt(log, now);
  return (
    <div class="live">
      {log.draft !== null && (
        <div class="said ours draft">
          <p class="said-who">{assistant} is writing</p>
          <p class="said-text" dir="auto">
            {log.draft.text}
          </p>
        </div>
      )}
      {log.draft === null && isAnswerDueAt(log, now) && (
        <p class="typing">{assistant} is thinking…</p>
      )}
      {typing !== null && (
        <p class="typing">
          {typing.role === 'visitor' ? 'The visitor' : (typing.name ?? 'A colleague')} is typing…
        </p>
      )}
    </div>
  );
}

/** Keeps the end in view for those who are there, and tells those who are not that there is more. */
function useFollow(length: number, live: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const lastTop = useRef(0);
  const [isBehind, setIsBehind] = useState(false);

  const follow = () => {
    isFollowing.current = true;
    setIsBehind(false);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    const isUpwards = element.scrollTop < lastTop.current;
    lastTop.current = element.scrollTop;
    // Only a move upwards is the reader's: a box that shrinks leaves its end behind by itself.
    if (below < NEAR_END_PX) {
      isFollowing.current = true;
      setIsBehind(false);
    } else if (isUpwards) {
      isFollowing.current = false;
    }
  };
  useLayoutEffect(() => {
    if (isFollowing.current) follow();
    else setIsBehind(true);
  }, [length]);
  useLayoutEffect(() => {
    if (isFollowing.current) follow();
  }, [live]);
  useEffect(() => {
    if (!box.current) return undefined;
    // The composer grows, the keyboard opens: the end stays in view.
    const observer = new ResizeObserver(() => {
      if (isFollowing.current) follow();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, follow, isBehind, onScroll };
}
