/** Scrolled up no further than this, the reader wants to see what comes. */
const NEAR_END_PX = 48;

/**
 * Keeps the end of a scrolling box in view while it grows or shrinks, unless its reader has gone
 * further up. Answers with how to go to the end regardless.
 */
export function stickToEnd(box: HTMLElement): (isForced: boolean) => void {
  let isAtEnd = true;
  const stay = (isForced: boolean) => {
    isAtEnd ||= isForced;
    if (isAtEnd) box.scrollTop = box.scrollHeight;
  };
  box.addEventListener('scroll', () => {
    isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
  });
  new ResizeObserver(() => stay(false)).observe(box);
  return stay;
}
