/** What the chat shows, and what it can be asked to do. */
import type { VisitorFrame } from '../../src/protocol/frames.ts';
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
  /** What the server would not do, in its words; null once the visitor goes on. */
  readonly refusal: string | null;
  /** The visitor has had a conversation deleted, and has said nothing since. */
  readonly isErased: boolean;
}

export const EMPTY_VIEW: View = {
  log: EMPTY_LOG,
  pending: [],
  connection: 'fine',
  isOpen: false,
  unread: 0,
  refusal: null,
  isErased: false,
};

/** Whether the conversation is to be deleted, and it is not known yet that it is. */
export function isErasing({ pending }: View): boolean {
  return pending.some(({ frame }) => frame.type === 'erase');
}

type WithoutRef<F> = F extends unknown ? Omit<F, 'ref'> : never;

/** What a button says to the server; the session adds the `ref`. */
export type Action = WithoutRef<Reffed<VisitorFrame>>;

export interface Session {
  readonly view: View;
  show(isOpen: boolean): void;
  typing(): void;
  act(action: Action): void;
  /** Says again what was refused. */
  retry(ref: string): void;
  /** Gives up on what was refused. */
  discard(ref: string): void;
  /** Has the conversation deleted for good. */
  erase(): void;
  /** Forgets the conversation here and in other tabs; begins a new one if the chat is open. */
  reset(): void;
}
