/** The sentences that only somebody at the desk reads. What happened is told by `shared/lines.ts`. */
import { assertNever } from '../../src/protocol/assert-never.ts';
import type { Label } from '../../src/protocol/entry.ts';
import type { Closed, Notice } from './desk.ts';

/** What the detector made of a message, in a few words. */
export const LABELS: Readonly<Record<Label, string>> = {
  ask_human: 'Wants a person',
  frustrated: 'Losing patience',
  confirm: 'Yes',
  decline: 'No',
  other: 'Nothing to act on',
};

/** What to tell somebody about the seat; null when there is nothing to tell. */
export function noticeLine(notice: Notice): string | null {
  switch (notice.is) {
    case 'none':
      return null;
    case 'beaten':
      return `${notice.by || 'A colleague'} was a moment quicker.`;
    case 'taken':
      return `${notice.by} took over from you. What you had not sent is kept.`;
    case 'handed_back':
      return 'You handed back to the AI.';
    case 'lost':
      return 'You were away too long, so the assistant answers again.';
    case 'refused':
      return notice.message;
    default:
      return assertNever(notice);
  }
}

/** What a page says that has no conversation to show. */
export const CLOSED_PAGES: Readonly<Record<Closed, { title: string; message: string }>> = {
  link_closed: {
    title: 'This link is no longer open',
    message: 'The visitor stopped waiting, or the wait was over. Nothing is left to do here.',
  },
  gone: {
    title: 'This conversation is gone',
    message: 'It has been deleted, with everything that was said in it.',
  },
  dismissed: {
    title: 'You are signed out',
    message: 'Somebody signed you out, or you are no longer in this website’s team.',
  },
  unsupported_protocol: {
    title: 'This page is out of date',
    message: 'Baton has been updated since you opened it. Please reload the page.',
  },
};
