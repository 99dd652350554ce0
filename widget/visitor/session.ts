/**
 * The visitor's side of a conversation, without its looks: the connection, what is remembered in the
 * browser, and what the other tabs are doing. The page draws what {@link Session.view} says.
 */
import type { Entry } from '../../src/protocol/entry.ts';
import type { ServerFrame, VisitorFrame } from '../../src/protocol/frames.ts';
import { PROTOCOL, SUBPROTOCOL } from '../../src/protocol/limits.ts';
import { connect, newRef, socketUrl, wake } from '../shared/browser.ts';
import { applyFrame, EMPTY_LOG, nextExpiry } from '../shared/log.ts';
import { isSpoken } from '../shared/outbox.ts';
import { createSocketClient } from '../shared/socket-client.ts';
import type { Reffed, SocketClient, SocketStatus } from '../shared/socket-types.ts';
import { createCredentials } from './credentials.ts';
import type { Host } from './host.ts';
import { isStillMeant } from './still-meant.ts';
import { createUnsent } from './unsent.ts';
import { EMPTY_VIEW, isErasing } from './view.ts';
import type { Session, View } from './view.ts';
import { language } from './words.ts';

/** A connection lost for less than this is nobody's business. */
const TELL_LOST_AFTER_MS = 2_000;

/** Begins, and connects if there is a conversation to come back to. Calls back on every change. */
export function createSession(host: Host, onChange: () => void): Session {
  const { memory, signal } = host;
  const credentials = createCredentials(memory, async (token) => {
    const answer = await fetch(`${host.api}/resumable`, { method: 'POST', body: token });
    const { resumable }: { resumable?: boolean } = await answer.json();
    return resumable === false;
  });
  const unsent = createUnsent(memory, newRef());
  let client: SocketClient<VisitorFrame> | null = null;
  /** Whether the visitor was looking at the log. */
  let wasThere = false;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let expiryTimer: ReturnType<typeof setTimeout> | undefined;
  let view: View = EMPTY_VIEW;
  let conversation: string | null = null;
  /** The conversation that the visitor is deleting, in whichever tab. */
  let erasing: string | null | undefined;

  function update(change: Partial<View>): void {
    if (signal.aborted) return;
    view = { ...view, ...change };
    const { log } = view;
    clearTimeout(expiryTimer);
    const expiry = nextExpiry(log, Date.now());
    if (expiry !== null) expiryTimer = setTimeout(() => update({}), expiry - Date.now());
    countUnread();
    rememberLive();
    onChange();
  }

  function join(): void {
    if (client !== null || host.settings.refused) return;
    client = createSocketClient<VisitorFrame>({
      url: socketUrl(host.api, '/socket'),
      subprotocols: async (failures) => {
        const token = await credentials.forAttempt(failures);
        return token === null ? [SUBPROTOCOL] : [SUBPROTOCOL, `token.${token}`];
      },
      hello: (lastSeq) => ({
        type: 'hello',
        protocol: PROTOCOL,
        lastSeq,
        page: {
          url: location.href,
          title: host.title(),
          referrer: String(document.referrer),
        },
        locale: language,
      }),
      onFrame,
      onStatus,
      onPending,
      onReset: () => update({ log: EMPTY_LOG }),
      onGone,
      isStillMeant: (frame, state) =>
        frame.type === 'erase' ? conversation === erasing : isStillMeant(frame, state),
      explain: ({ code }) => code,
      storage: unsent,
      connect,
      wake,
      random: Math.random,
      now: Date.now,
    });
  }

  /** Lets go of the conversation without ending it. Unsent words stay where the next one finds them. */
  function leave(): void {
    client?.close();
    client = null;
    conversation = null;
    update({ log: EMPTY_LOG, pending: [], refusal: null });
  }

  function forget(): void {
    credentials.forget();
    memory.set('live', undefined);
    memory.set('read', undefined);
  }

  /** The conversation is no more. One that grew old is begun anew with what is yet to be said. */
  function onGone(): void {
    if (conversation !== erasing) return forget();
    if (isErasing(view)) reset();
    else follow();
    update({ isErased: true });
  }

  /** Another tab has deleted the conversation, and begins the next one. */
  function follow(): void {
    host.tab.set('draft', undefined);
    view = { ...view, forgotten: view.forgotten + 1 };
    leave();
    unsent.save([]);
    forget();
  }

  function onFrame(frame: ServerFrame): void {
    if (frame.type === 'welcome') {
      if (credentials.accept(frame) === 'superseded') {
        leave();
        return join();
      }
      ({ conversation } = frame);
    }
    update({ log: applyFrame(view.log, frame, Date.now()) });
    host.saw(frame);
    if (frame.type !== 'refused') return;
    // Words show their refusal themselves, unless they are said again by themselves.
    const said = view.pending.find((item) => item.frame.ref === frame.ref);
    const isShown = said && isSpoken(said.frame) && frame.code !== 'too_fast';
    if (!isShown) update({ refusal: { code: frame.code, of: said?.frame.type } });
  }

  function onPending(pending: View['pending']): void {
    // Once all of it is said, it does not matter any more that some of it had to wait.
    const isSaid = pending.length === 0 && view.refusal?.code === 'too_fast';
    update({ pending, ...(isSaid && { refusal: null }) });
  }

  function onStatus(status: SocketStatus): void {
    if (status.is === 'open' || status.is === 'stopped') {
      clearTimeout(lostTimer);
      lostTimer = undefined;
      const isOver = status.is === 'stopped' && status.reason !== 'closed';
      update({ connection: isOver ? 'outdated' : 'fine' });
    } else lostTimer ??= setTimeout(() => update({ connection: 'lost' }), TELL_LOST_AFTER_MS);
  }

  /** Later pages load the chat by themselves only while there is something to come back to. */
  function rememberLive(): void {
    const { log, pending } = view;
    if (log.state === null && pending.length === 0) return;
    const hasSpoken = pending.length > 0 || log.entries.some(({ ref }) => ref);
    const isLive = hasSpoken && log.state?.phase !== 'ended';
    memory.set('live', isLive ? '1' : undefined);
  }

  function countUnread(): void {
    const { entries } = view.log;
    const last = entries.at(-1)?.seq ?? 0;
    const read = Number(memory.get('read') ?? 0);
    const news = entries.filter((entry) => entry.seq > read && isNews(entry));
    const isThere = view.isOpen && !document.hidden && last > 0;
    // Until the visitor leaves again.
    if (isThere !== wasThere) {
      wasThere = isThere;
      view = { ...view, missed: (isThere && news[0]?.seq) || 0 };
    }
    if (isThere && last > read) memory.set('read', `${last}`);
    const unread = isThere ? 0 : news.length;
    if (unread === view.unread) return;
    view = { ...view, unread };
    host.emit('unread', unread);
  }

  function send(frame: Reffed<VisitorFrame>): void {
    join();
    if (frame.type === 'erase') erasing = conversation;
    update({ refusal: null, isErased: false });
    client?.send(frame);
  }

  function reset(): void {
    // What other tabs have not got rid of belongs to the conversation that is forgotten.
    unsent.load();
    memory.set('chat', undefined);
    follow();
    if (view.isOpen) join();
  }

  const onStorage = ({ key, newValue }: StorageEvent) => {
    const name = key?.replace(memory.prefix, '');
    if (name === 'erasing') erasing = newValue ?? erasing;
    if (name === 'read') update({});
    if (name !== 'chat' || (client === null && !view.isOpen)) return;
    // The tab that deletes goes by what the server tells it.
    if (isErasing(view)) return;
    const change = credentials.changedElsewhere();
    if (change === 'same') return;
    if (change === 'forgotten' && conversation === erasing) {
      follow();
      return update({ isErased: true });
    }
    leave();
    if (change === 'another') join();
    else credentials.forget();
  };
  const refresh = () => update({});
  window.addEventListener('storage', onStorage, { signal });
  for (const name of ['visibilitychange', 'offline', 'online']) {
    window.addEventListener(name, refresh, { signal });
  }
  signal.addEventListener('abort', () => {
    clearTimeout(expiryTimer);
    clearTimeout(lostTimer);
    client?.close();
  });
  if (memory.get('live')) join();

  return {
    get view() {
      return view;
    },
    show(isOpen) {
      if (isOpen) join();
      host.tab.set('open', isOpen ? '1' : '0');
      update({ isOpen });
    },
    tell: (frame) => client?.send(frame),
    act: (action) => send({ ...action, ref: newRef() }),
    retry: (ref) => client?.retry(ref),
    discard: (ref) => client?.discard(ref),
    reset,
  };
}

/** Whether an entry is worth a number on the launcher. */
function isNews(entry: Entry): boolean {
  return entry.kind === 'message'
    ? entry.author.role !== 'visitor'
    : entry.event === 'escalation.offered' || entry.event === 'takeover.started';
}
