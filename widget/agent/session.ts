/** One desk, connected: frames in, presses out, and whoever draws it is told of every change. */
import type { AgentFrame } from '../../src/protocol/frames.ts';
import { PROTOCOL, SUBPROTOCOL, TYPING_EVERY_MS } from '../../src/protocol/limits.ts';
import type { StateView } from '../../src/protocol/state.ts';
import { connect, newRef, socketUrl, wake } from '../shared/browser.ts';
import { nextExpiry } from '../shared/log.ts';
import { createSocketClient } from '../shared/socket-client.ts';
import type { OutboxStorage } from '../shared/socket-types.ts';
import { EMPTY_DESK, stepDesk } from './desk.ts';
import type { AgentAction, Closed, Desk, DeskInput } from './desk.ts';
import { ENDINGS } from './endings.ts';
import type { Keep } from './keep.ts';

/** What a person at the desk can do. */
export interface Actions {
  takeOver(name: string, force: boolean): void;
  say(text: string): void;
  typing(): void;
  handBack(note: string): void;
  end(): void;
  retry(ref: string): void;
  discard(ref: string): void;
}

interface SessionOptions {
  conversation: string;
  /** Subprotocols that prove who this is, besides the protocol's own. */
  credentials: readonly string[];
  /** Keeps what is unsent while the page reloads. */
  keep: Keep;
  /** Asked when the server lets nobody in: why it never will, if that can be known. */
  whyClosed: () => Promise<Closed | null>;
}

export interface Session {
  actions: Actions;
  /** Shows the desk as it is now and whenever it has changed. */
  watch(show: (desk: Desk) => void): void;
  /** Lets go of the conversation. What is unsent stays kept. */
  close(): void;
}

/** Connects to the conversation and stays connected. */
export function openSession(options: SessionOptions): Session {
  const { conversation, credentials } = options;
  const refs = new Set<string>();
  let desk = EMPTY_DESK;
  let show: (desk: Desk) => void = () => undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  let lastTyping = 0;

  function step(input: DeskInput): void {
    const now = Date.now();
    desk = stepDesk(desk, input, now, (ref) => refs.has(ref));
    show(desk);
    clearTimeout(expiry);
    const next = nextExpiry(desk.log, now);
    if (next !== null) expiry = setTimeout(() => show(desk), next - now);
  }

  const client = createSocketClient<AgentFrame>({
    url: socketUrl(location.origin, `/v1/conversations/${encodeURIComponent(conversation)}/socket`),
    subprotocols: async (failures) => {
      const why = failures > 0 ? await options.whyClosed() : null;
      if (why !== null) {
        step({ type: 'closed', why });
        client.close();
      }
      return [SUBPROTOCOL, ...credentials];
    },
    hello: (lastSeq) => ({ type: 'hello', protocol: PROTOCOL, lastSeq }),
    onFrame: (frame) => step({ type: 'frame', frame }),
    onStatus: (status) => step({ type: 'status', status }),
    onPending: (pending) => step({ type: 'pending', pending }),
    onReset: () => step({ type: 'reset' }),
    endings: ENDINGS,
    isStillMeant,
    storage: unsentIn(options.keep, conversation),
    connect,
    wake,
    random: Math.random,
    now: Date.now,
  });

  function act(action: AgentAction): void {
    refs.add(action.ref);
    client.send(action);
  }

  const actions: Actions = {
    takeOver: (name, force) =>
      act({ type: 'take_over', ref: newRef(), name, ...(force ? { force } : {}) }),
    say: (text) => {
      lastTyping = 0;
      act({ type: 'say', ref: newRef(), text });
    },
    typing() {
      const now = Date.now();
      if (now - lastTyping < TYPING_EVERY_MS) return;
      lastTyping = now;
      client.send({ type: 'typing' });
    },
    handBack: (note) => act({ type: 'hand_back', ref: newRef(), ...(note === '' ? {} : { note }) }),
    end: () => act({ type: 'end', ref: newRef() }),
    retry: client.retry,
    discard: client.discard,
  };

  return {
    actions,
    watch(listener) {
      show = listener;
      show(desk);
    },
    close() {
      show = () => undefined;
      client.close();
      clearTimeout(expiry);
    },
  };
}

/** A press made before the connection was lost still counts only where it would still be offered. */
function isStillMeant(action: AgentAction, { phase }: StateView): boolean {
  const isLeaving = action.type === 'hand_back' || action.type === 'end';
  return isLeaving ? phase === 'human' : phase !== 'ended';
}

/** Only words outlive the page; what was merely pressed is pressed again, by whoever still wants it. */
function unsentIn(keep: Keep, conversation: string): OutboxStorage<AgentAction> {
  const key = `baton.unsent.${conversation}`;
  return {
    load: () => readUnsent(keep.get(key)),
    save(actions) {
      const said = actions.flatMap((action) =>
        action.type === 'say' ? [[action.ref, action.text]] : [],
      );
      keep.set(key, said.length === 0 ? null : JSON.stringify(said));
    },
  };
}

function readUnsent(kept: string | null): AgentAction[] {
  let value: unknown;
  try {
    value = JSON.parse(kept ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown): AgentAction[] => {
    const [ref, text]: unknown[] = Array.isArray(pair) ? pair : [];
    return typeof ref === 'string' && typeof text === 'string' ? [{ type: 'say', ref, text }] : [];
  });
}
