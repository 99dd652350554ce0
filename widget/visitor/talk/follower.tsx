/** @jsxImportSource ../dom */
import type { Child } from '../dom/jsx-runtime.ts';
import type { Given } from '../talk.ts';
import { words } from '../words.ts';
import { stickToEnd } from './scroll.ts';
import type { Sticker } from './scroll.ts';

interface Follower {
  /** The button that leads to what is new; null for those who have seen it. */
  draw(): Child;
  /** The log has been drawn. */
  settle(): void;
}

/** Keeps the end of the log in view, or tells those who read further up that there is more. */
export function createFollower({ host, session, redraw }: Given): Follower {
  let box: HTMLElement | null = null;
  let sticker: Sticker | undefined;
  let pendingBefore = 0;
  /** The last entry that could be seen. */
  let seen = 0;

  const last = () => session.view.log.entries.at(-1)?.seq ?? 0;

  function settle(): void {
    const { pending } = session.view;
    const found = host.root.querySelector<HTMLElement>('.log');
    if (found && found !== box) {
      box = found;
      sticker = stickToEnd(box, redraw);
    }
    // Whoever says something wants to see it.
    sticker?.stay(pending.length > pendingBefore);
    pendingBefore = pending.length;
    if (sticker?.isAtEnd || last() < seen) seen = last();
  }

  function jump(): void {
    box?.focus();
    sticker?.stay(true);
    redraw();
  }

  return {
    settle,
    draw: () =>
      sticker &&
      !sticker.isAtEnd &&
      last() > seen && (
        <div key="jump" class="jump">
          <button onClick={jump}>{words.news}</button>
        </div>
      ),
  };
}
