/**
 * All that an empty chat does not need, fetched as soon as somebody begins to write, or comes back to a
 * conversation: what was said and what happened, and who is there.
 */
import type { Child } from './dom/jsx-runtime.ts';
import type { Given as GivenExtra, LazyExtra } from './extra.ts';
import type { Who } from './header.tsx';
import type { Host } from './host.ts';
import { createLazyModule } from './lazy.ts';
import type { Lazy } from './lazy.ts';
import type { Session } from './view.ts';

/** What the chat hands over. */
export interface Given {
  readonly host: Host;
  readonly session: Session;
  redraw(): void;
}

/** What it gets: parts to draw, each of them nothing while there is nothing to show. */
export interface Talk {
  who(): Who;
  question(): Child;
  /** What becomes of a chat that is to be deleted. */
  erasing(): string | false | undefined;
  /** What the server would not do, or what is missing. */
  note(): string | null | undefined;
  /** Everything below the greeting. */
  transcript(): Child;
  /** Leads to what came while the visitor was reading further up. */
  jump(): Child;
  /** Stands for the place to write in, once there is nothing to write any more. */
  over(): Child;
  /** What is left of the longest message; `left` is below zero past it. */
  counter(left: number): Child;
  /** The visitor is writing. */
  typing(): void;
  /** All of it has been drawn. */
  settle(): void;
}

/** `extraOf`: how it gets what it does without at first. */
export type CreateTalk = (given: Given, extraOf?: (given: GivenExtra) => LazyExtra) => Talk;

/** Where the build put it, beside the chat; the name carries a hash, so it is cached for good. */
declare const __TALK__: string;

/** Fetches nothing yet. */
export function createLazyTalk(given: Given): Lazy<Talk> {
  return createLazyModule(
    __TALK__,
    ({ createTalk }: { createTalk: CreateTalk }) => createTalk(given),
    given.redraw,
  );
}
