/** Scrolled up no further than this, the reader wants to see what comes. */
const NEAR_END_PX = 48;

export interface Sticker {
  /** Goes to the end, if that is where the reader is, or is taken. */
  stay(isForced: boolean): void;
  readonly isAtEnd: boolean;
}

/**
 * Keeps the end of a scrolling box in view while it grows or shrinks, unless its reader has gone
 * further up. `onReturn`: the reader is at the end again.
 */
export function stickToEnd(box: HTMLElement, onReturn: () => void): Sticker {
  let isAtEnd = true;
  const stay = (isForced: boolean) => {
    isAtEnd ||= isForced;
    if (isAtEnd) box.scrollTop = box.scrollHeight;
  };
  box.addEventListener('scroll', () => {
    const wasAtEnd = isAtEnd;
    isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    if (isAtEnd && !wasAtEnd) onReturn();
  });
  new ResizeObserver(() => stay(false)).observe(box);
  return {
    stay,
    get isAtEnd() {
      return isAtEnd;
    },
  };
}
