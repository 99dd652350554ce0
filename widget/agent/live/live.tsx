import { useEffect } from 'preact/hooks';
import { useMedia } from '../about.tsx';
import { markTab } from '../attention.ts';
import { Connection, Filters } from './bar.tsx';
import { Nobody, Over } from './empty.tsx';
import { countsOf, listed } from './filter.ts';
import { Help } from './help.tsx';
import type { Inbox, InboxState } from './inbox.ts';
import { useBackButton } from './back-button.ts';
import { cardAt, useKeyboard } from './keyboard.ts';
import { List } from './list.tsx';
import { Panes } from './panes.tsx';
import { usePlace } from './place.ts';
import { useStable } from './stable.ts';
import { inView } from './tabs.ts';
import { unread } from './talks.ts';

interface LiveProps {
  inbox: Inbox;
  state: InboxState;
  memberName: string;
  memberId: string;
  /** What the page is called while nobody waits. */
  title: string;
  /** Where somebody goes who wants a first conversation; only owners may. */
  installPath: string | null;
  isHelpOpen: boolean;
  onHelp: (isOpen: boolean) => void;
}

/** The whole Live page: the list on one side, the open conversations on the other. */
export function Live(props: LiveProps) {
  const { inbox, state, memberName, memberId, title, installPath, isHelpOpen, onHelp } = props;
  const order = listed(state.board, state.filter);
  const [current, setCurrent] = usePlace(order);
  const columns = useColumns();
  const isNarrow = useMedia('(max-width: 860px)');
  const shown = inView(state.tabs, columns);
  useTitle(state, title);
  useEffect(() => {
    if (!document.hidden) inbox.read(shown);
  });

  const view = useStable((conversation: string) => {
    setCurrent(conversation);
    inbox.view(conversation);
  });
  const takeOver = useStable((conversation: string) => {
    setCurrent(conversation);
    inbox.takeOver(conversation);
  });
  const focusList = useStable(() => {
    const place = current ?? order[0];
    if (place !== undefined) cardElement(place)?.focus();
  });
  const back = useStable(() => {
    inbox.backToList();
    onceDrawn(focusList);
  });
  const putAway = useStable((conversation: string) => {
    inbox.putAway(conversation);
    onceDrawn(() => {
      // The focus was in what is gone.
      if (document.activeElement === document.body) focusList();
    });
  });
  useBackButton(isNarrow && shown.length > 0, inbox.backToList);
  useKeyboard({
    move(by) {
      // The focus is ahead of what has been drawn when keys come quickly.
      const at = order.indexOf(cardAt(document.activeElement) ?? current ?? '');
      const next = order[at === -1 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
      if (next === undefined) return;
      setCurrent(next);
      inbox.hold.touch();
      cardElement(next)?.focus();
    },
    open: view,
    back() {
      if (isNarrow) back();
      else focusList();
    },
    help: () => onHelp(true),
  });

  if (state.status.is === 'ended') return <Over why={state.status.why} />;
  return (
    <div class={`live-page ${shown.length > 0 ? 'talking' : ''}`}>
      <div class="list-side">
        <Filters state={state} onFilter={inbox.filter} />
        <Connection state={state} />
        <div class="list-scroll">
          <Nobody state={state} installPath={installPath} />
          <List
            state={state}
            memberId={memberId}
            shown={shown}
            current={current}
            hold={inbox.hold}
            onPlace={setCurrent}
            onView={view}
            onTakeOver={takeOver}
          />
        </div>
      </div>
      <Panes
        state={state}
        memberName={memberName}
        shown={shown}
        onView={inbox.view}
        onAway={putAway}
        onBack={back}
      />
      <p class="hidden" role="status" aria-live="polite">
        {/* A new element every time: the same words twice are told twice. */}
        <span key={state.announcement.count}>{state.announcement.text}</span>
      </p>
      {isHelpOpen && <Help onClose={() => onHelp(false)} />}
    </div>
  );
}

/** Does something once the page shows what has just changed. */
function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function cardElement(conversation: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    `.convo[data-conversation="${CSS.escape(conversation)}"]`,
  );
}

/** How many conversations fit side by side. */
function useColumns(): number {
  const isWide = useMedia('(min-width: 1500px)');
  const isVeryWide = useMedia('(min-width: 2100px)');
  if (isVeryWide) return 3;
  return isWide ? 2 : 1;
}

/** Waits, and what visitors wrote to this person, counted where the browser shows its pages. */
function useTitle(state: InboxState, title: string): void {
  let count = countsOf(state.board).waiting;
  for (const talk of state.talks.values()) if (talk.desk.isMine && unread(talk) > 0) count += 1;
  useEffect(() => markTab(count, title), [count, title]);
}
