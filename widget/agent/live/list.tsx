import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAim } from './aim.ts';
import { cardOf } from './board.ts';
import { useStable } from './stable.ts';
import { unread } from './talks.ts';
import { CardView } from './card.tsx';
import { listed } from './filter.ts';
import type { Hold } from './hold.ts';
import { Icon } from './icons.tsx';
import type { InboxState } from './inbox.ts';
import { cardAt } from './keyboard.ts';

interface ListProps {
  state: InboxState;
  memberId: string;
  shown: readonly string[];
  /** The card that the keyboard is at. */
  current: string | null;
  hold: Hold;
  /** The keyboard has come to a card. */
  onPlace: (conversation: string) => void;
  onView: (conversation: string) => void;
  onTakeOver: (conversation: string) => void;
}

/** The open conversations, as cards. */
export function List(props: ListProps) {
  const { state, memberId, shown, current, hold, onPlace, onView, onTakeOver } = props;
  const { board, filter, talks } = state;
  const order = listed(board, filter);
  const list = useRef<HTMLUListElement>(null);
  const isAimed = useAim(order);
  useFocusRestored(list, order);
  const view = useStable((id: string) => {
    if (isAimed(id)) onView(id);
  });
  const takeOver = useStable((id: string) => {
    if (isAimed(id)) onTakeOver(id);
  });
  const first = current !== null && order.includes(current) ? current : order[0];
  return (
    <>
      <NewOnTop order={order} state={state} list={list} />
      <ul
        ref={list}
        // Safari forgets that a list is one when it has no bullets.
        role="list"
        class="convos"
        aria-label="Open conversations"
        onPointerMove={hold.touch}
        onPointerLeave={hold.release}
        onKeyDown={hold.touch}
        onFocusIn={({ target }) => {
          const conversation = target instanceof Element ? cardAt(target) : null;
          if (conversation !== null) onPlace(conversation);
        }}
      >
        {order.map((conversation) => {
          const card = cardOf(board, conversation);
          const talk = talks.get(conversation);
          if (card === undefined) return null;
          return (
            <CardView
              key={conversation}
              card={card}
              isMine={isMine(state, conversation, memberId)}
              isShown={shown.includes(conversation)}
              isCurrent={conversation === first}
              isLeaving={board.leaving.has(conversation)}
              unread={talk?.desk.isMine ? unread(talk) : 0}
              onView={view}
              onTakeOver={takeOver}
            />
          );
        })}
      </ul>
    </>
  );
}

/** Whether this person has a conversation: by its own word where it is open, else by its card. */
function isMine(
  { board, talks }: Pick<InboxState, 'board' | 'talks'>,
  conversation: string,
  memberId: string,
): boolean {
  const desk = talks.get(conversation)?.desk;
  if (desk !== undefined && desk.log.state !== null) return desk.isMine;
  const card = board.cards.get(conversation);
  return card?.phase === 'human' && card.agent?.member === memberId;
}

/** A card that moves in the document loses the focus; it gets it back. */
function useFocusRestored(list: { current: HTMLElement | null }, order: readonly string[]): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const element = list.current;
    const end = new AbortController();
    element?.addEventListener(
      'focusin',
      ({ target }) => {
        focused.current = target instanceof Element ? target : null;
      },
      end,
    );
    element?.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget !== null) focused.current = null;
      },
      end,
    );
    // A press on nothing in particular takes the focus away on purpose.
    document.addEventListener(
      'pointerdown',
      () => {
        focused.current = null;
      },
      { signal: end.signal, capture: true },
    );
    return () => end.abort();
  }, []);
  const key = order.join();
  useLayoutEffect(() => {
    const element = focused.current;
    if (!(element instanceof HTMLElement) || document.activeElement !== document.body) return;
    if (element.isConnected) element.focus({ preventScroll: true });
    else list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [key]);
}

/** Leads to new waits for somebody who has scrolled past them. */
function NewOnTop(props: {
  order: readonly string[];
  state: InboxState;
  list: { current: HTMLElement | null };
}) {
  const { order, state, list } = props;
  const mark = useRef<HTMLDivElement>(null);
  const [isTop, setIsTop] = useState(true);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const waiting = order.filter((id) => state.board.cards.get(id)?.phase === 'waiting');
  if (isTop) seen.current = new Set(waiting);
  const fresh = waiting.filter((id) => !seen.current.has(id)).length;
  useEffect(() => {
    if (!mark.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => setIsTop(entry?.isIntersecting ?? true));
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div class="convos-top" ref={mark} />
      {fresh > 0 && (
        <button
          type="button"
          class="convos-new"
          onClick={() => list.current?.firstElementChild?.scrollIntoView({ block: 'center' })}
        >
          <Icon name="up" />
          {fresh === 1 ? '1 new wait' : `${fresh} new waits`}
        </button>
      )}
    </>
  );
}
