/** What the chat shows, and what it can be asked to do. */
import type { RefusalCode, VisitorFrame } from '../../src/protocol/frames.ts';
import { EMPTY_LOG } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';
import type { Outbox } from '../shared/outbox.ts';
import type { Reffed } from '../shared/socket-types.ts';

/** Everything that is drawn follows from this, and from the hour. */
export interface View {
  readonly log: Log;
  readonly pending: Outbox<Reffed<VisitorFrame>>;
  /** `lost` comes back by itself; `outdated` needs a newer page. */
  readonly connection: 'fine' | 'lost' | 'outdated';
  readonly isOpen: boolean;
  readonly unread: number;
  /** What came while the visitor was away begins with this entry; 0 if nothing did. */
  readonly missed: number;
  /** What the server would not do; null once the visitor goes on. */
  readonly refusal: {
    readonly code: RefusalCode;
    readonly of: VisitorFrame['type'] | undefined;
  } | null;
  /** The visitor has had a conversation deleted, and has said nothing since. */
  readonly isErased: boolean;
  /** How many conversations have been forgotten since the page was loaded. */
  readonly forgotten: number;
}

export const EMPTY_VIEW: View = {
  log: EMPTY_LOG,
  pending: [],
  connection: 'fine',
  isOpen: false,
  unread: 0,
  missed: 0,
  refusal: null,
  isErased: false,
  forgotten: 0,
};

/** Whether the conversation is to be deleted, and it is not known yet that it is. */
export function isErasing({ pending }: View): boolean {
  return pending.some(({ frame }) => frame.type === 'erase');
}

/** What is told by the way, and not said by the visitor. */
export type Told = Extract<VisitorFrame, { type: 'page' | 'identify' | 'typing' }>;

type WithoutRef<F> = F extends unknown ? Omit<F, 'ref'> : never;

/** What a button says to the server; the session adds the `ref`. */
type Action = WithoutRef<Reffed<VisitorFrame>>;

export interface Session {
  readonly view: View;
  show(isOpen: boolean): void;
  act(action: Action): void;
  /** Tells the server, if there is a connection. */
  tell(frame: Told): void;
  /** Says again what was refused. */
  retry(ref: string): void;
  /** Gives up on what was refused. */
  discard(ref: string): void;
  /** Forgets the conversation here and in other tabs; begins a new one if the chat is open. */
  reset(): void;
}
