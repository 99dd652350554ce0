/**
 * The Live page's own memory, and everything that can be done there: the list that the monitor feeds,
 * the conversations open beside it, and what calls for attention. Drawn at most once a frame.
 */
import { SUBPROTOCOL } from '../../../src/protocol/limits.ts';
import { connect, socketUrl, wake } from '../../shared/browser.ts';
import { keepIn } from '../keep.ts';
import { everySecond } from '../time.ts';
import { createAlerts } from './alerts.ts';
import type { AlertState } from './alerts.ts';
import { cardOf, EMPTY_BOARD, newWaits, settle, stepBoard } from './board.ts';
import type { Board } from './board.ts';
import { waitsText } from './card-text.ts';
import { filterOf } from './filter.ts';
import type { Filter } from './filter.ts';
import { createHold } from './hold.ts';
import type { Hold } from './hold.ts';
import { connectMonitor } from './monitor-client.ts';
import type { MonitorStatus } from './monitor-client.ts';
import { oncePerFrame, whyRefused } from './page.ts';
import { close, hide, hideAll, NO_TABS, readTabs, show, writeTabs } from './tabs.ts';
import type { Tabs } from './tabs.ts';
import { createTalks } from './talks.ts';
import type { Talk } from './talks.ts';

/** Who is here, and for which website. */
interface Place {
  site: string;
  memberName: string;
  memberId: string;
}

/** Everything there is to draw. */
export interface InboxState {
  readonly board: Board;
  readonly status: MonitorStatus;
  readonly filter: Filter;
  readonly tabs: Tabs;
  readonly talks: ReadonlyMap<string, Talk>;
  readonly alerts: AlertState;
  /** Told once by screen readers; another object for every telling. */
  readonly announcement: { readonly text: string; readonly count: number };
  /** The conversation whose pane wants the focus; another object for every wish. */
  readonly wanted: { readonly conversation: string } | null;
}

export interface Inbox {
  state(): InboxState;
  hold: Hold;
  filter(filter: Filter): void;
  view(conversation: string): void;
  takeOver(conversation: string): void;
  /** Out of view; closed, too, unless the conversation is this person's to answer. */
  putAway(conversation: string): void;
  /** All out of view, none of them closed. */
  backToList(): void;
  setSound(isOn: boolean): void;
  askForNotices(): void;
  /** What is in view has been read. */
  read(conversations: readonly string[]): void;
}

/** @param draw called with what there is to draw, at most once a frame */
export function openInbox(place: Place, draw: (inbox: Inbox) => void): Inbox {
  const fleeting = keepIn(() => sessionStorage);
  const tabsKey = `baton.live.${place.site}`;
  let board = EMPTY_BOARD;
  let status: MonitorStatus = { is: 'connecting', failures: 0 };
  let filter = filterOf(location.hash);
  let tabs = NO_TABS;
  let announcement: InboxState['announcement'] = { text: '', count: 0 };
  let wanted: InboxState['wanted'] = null;

  const changed = oncePerFrame(() => draw(inbox));
  const hold = createHold(() => setBoard(settle(board)));
  const talks = createTalks(place.site, (after, before) => {
    if (isNews(after, before)) alerts.wrote(after.conversation);
    changed();
  });
  const alerts = createAlerts({
    site: place.site,
    keep: keepIn(() => localStorage),
    onChange: changed,
    onPress: view,
  });

  function setBoard(next: Board): void {
    if (next === board) return;
    const before = board;
    board = next;
    if (next.cards !== before.cards) {
      const waits = newWaits(before, next);
      alerts.waits(waits);
      alerts.keep((conversation) => next.cards.get(conversation)?.phase === 'waiting');
      if (waits.length > 0) {
        announcement = { text: waitsText(waits), count: announcement.count + 1 };
      }
    }
    changed();
  }

  function setTabs(next: Tabs): void {
    tabs = next;
    fleeting.set(tabsKey, writeTabs(next));
    changed();
  }

  function view(conversation: string): void {
    talks.open(conversation);
    wanted = { conversation };
    setTabs(show(tabs, conversation));
  }

  function takeOver(conversation: string): void {
    const known = talks.all().get(conversation)?.desk;
    const card = cardOf(board, conversation);
    view(conversation);
    // Whoever has it is asked for it knowingly, with a button that says so.
    if (known?.isMine || card?.phase === 'human') return;
    talks.open(conversation).session.actions.takeOver(place.memberName, false);
  }

  function putAway(conversation: string): void {
    if (talks.all().get(conversation)?.desk.isMine) return setTabs(hide(tabs, conversation));
    talks.close(conversation);
    setTabs(close(tabs, conversation));
  }

  const inbox: Inbox = {
    state: () => ({
      board,
      status,
      filter,
      tabs,
      talks: talks.all(),
      alerts: alerts.state(),
      announcement,
      wanted,
    }),
    hold,
    filter(next) {
      filter = next;
      // Kept in the address, where a reload and a bookmark find it, and no step back is added.
      history.replaceState(history.state, '', next === 'all' ? location.pathname : `#${next}`);
      changed();
    },
    view,
    takeOver,
    putAway,
    backToList: () => setTabs(hideAll(tabs)),
    setSound: alerts.setSound,
    askForNotices: alerts.askForNotices,
    read(conversations) {
      const before = talks.all();
      talks.read(conversations);
      if (talks.all() !== before) changed();
    },
  };

  for (const conversation of readTabs(fleeting.get(tabsKey)).open) talks.open(conversation);
  tabs = readTabs(fleeting.get(tabsKey));
  connectMonitor({
    url: socketUrl(location.origin, `/v1/sites/${encodeURIComponent(place.site)}/monitor`),
    subprotocols: [SUBPROTOCOL],
    onFrame: (frame) => setBoard(stepBoard(board, frame, hold.isHeld())),
    onStatus(next) {
      status = next;
      if (next.is === 'ended') talks.closeAll();
      changed();
    },
    whyRefused,
    connect,
    wake,
    random: Math.random,
  });
  // What merely happened moves a card at most once a second, or a busy list would never rest.
  everySecond(() => {
    if (!hold.isHeld()) setBoard(settle(board));
  });
  window.addEventListener('hashchange', () => {
    filter = filterOf(location.hash);
    changed();
  });
  for (const event of ['online', 'offline']) window.addEventListener(event, changed);
  document.addEventListener('visibilitychange', changed);
  openAsked(view);
  changed();
  return inbox;
}

/** The visitor has written to somebody who answers them and looks elsewhere. */
function isNews(after: Talk, before: Talk): boolean {
  const last = after.desk.log.entries.at(-1);
  if (last === before.desk.log.entries.at(-1) || before.readSeq === 0) return false;
  const isVisitors = last?.kind === 'message' && last.author.role === 'visitor';
  return isVisitors && after.desk.isMine && !document.hasFocus();
}

/** Other pages lead to a conversation with `?open=`. */
function openAsked(view: (conversation: string) => void): void {
  const asked = new URLSearchParams(location.search).get('open');
  if (asked === null) return;
  history.replaceState(history.state, '', location.pathname + location.hash);
  view(asked);
}
