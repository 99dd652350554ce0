/** What a talk does without at first, fetched once it is under way: what happened, the menu, its questions, the contact form. */
import type { Words } from '../../src/language/language.ts';
import type { VisitorFrame } from '../../src/protocol/frames.ts';
import type { Child } from './dom/jsx-runtime.ts';
import type { Host } from './host.ts';
import type { Speech } from './extra/lines.ts';
import type { Lazy } from './lazy.ts';
import type { Row } from './talk/rows.ts';
import type { Session } from './view.ts';
import type { Voice } from './voice.ts';

/** What the talk hands over. */
export interface Given {
  readonly host: Host;
  readonly session: Session;
  readonly words: Words;
  /** Of the words, a BCP 47 tag. */
  readonly language: string;
  /** The log as it is drawn. */
  rows(): Row[];
  redraw(): void;
}

/** What it gets: parts to draw, each null while there is nothing to show. */
export interface Extra {
  /** Tells what happened, in the language the visitor writes in; undefined until it can. */
  voice(): Voice | undefined;
  /** Some of it could not be fetched, a moment ago. */
  readonly isFailed: boolean;
  readonly isMenuOpen: boolean;
  /** @param button what the menu belongs to, and gives the focus back to */
  toggleMenu(button: HTMLElement): void;
  menu(): Child;
  question(): Child;
  contactForm(): Child;
  /** Why something was refused. */
  explain: Explain;
  /** What becomes of a chat that is to be deleted. */
  erasing(): string;
  /** Stands where the visitor wrote, once the conversation is over. */
  over(): Child;
  /** What is left of the longest message; below zero past it. */
  counter(left: number): Child;
  /** All of it has been drawn. */
  settle(): void;
}

/** By the refusal's code, and what was refused. */
type Explain = (code: string, of: VisitorFrame['type'] | undefined) => string;

/** `speech`: lines that need not be fetched. */
export type CreateExtra = (given: Given, speech?: Speech) => Extra;

export type LazyExtra = Lazy<Extra>;

/** Where the build put it, beside the chat; the name carries a hash, so it is cached for good. */
declare const __EXTRA__: string;

/** Fetches nothing yet. */
export function createLazyExtra(given: Given): LazyExtra {
  return given.host.lazy(
    __EXTRA__,
    ({ createExtra }: { createExtra: CreateExtra }) => createExtra(given),
    given.redraw,
  );
}
