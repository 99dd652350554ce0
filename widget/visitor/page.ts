/** Where the chat and what it fetches to speak with the page around it meet. */
import type { ServerFrame } from '../../src/protocol/frames.ts';
import type { Host } from './host.ts';
import { createLazyModule } from './lazy.ts';
import type { Lazy } from './lazy.ts';
import type { Session } from './view.ts';

/** A command and what came with it: from the page's own script, so anything. */
export type Call = readonly unknown[];

/** What the chat hands over. */
interface Around {
  readonly calls: Call[];
  readonly session: Session;
  /** What the page calls itself. */
  title(): string;
}

export interface Page {
  /** Obeys what the page has asked by now, and tells the server what is new. */
  attend(): void;
  /** Tells the page what is news in it. */
  saw(frame: ServerFrame): void;
  emit(event: string, detail: unknown): void;
  traits(): ReturnType<Host['traits']>;
}

export type CreatePage = (around: Around) => Page;

/** Where the build put it, beside the chat; the name carries a hash, so it is cached for good. */
declare const __PAGE__: string;

/** Fetches nothing yet. */
export function createLazyPage(around: Around): Lazy<Page> {
  return createLazyModule(
    __PAGE__,
    ({ createPage }: { createPage: CreatePage }) => createPage(around),
    () => {},
  );
}
