/** Tells presses that were aimed from those whose card was pushed away at the last moment. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** A press this soon after the list moved may have been meant for the card that was there before. */
const MISPRESS_MS = 350;

/**
 * Whether a press on a conversation's card was meant for it. It was not if the list has just moved and the
 * pointer had last come to rest on another card.
 *
 * @param order the cards as they are listed
 */
export function useAim(order: readonly string[]): (conversation: string) => boolean {
  const movedAt = useRef(-Infinity);
  const aim = useRef<{ at: string; conversation: string | null }>({ at: '', conversation: null });
  useLayoutEffect(() => {
    movedAt.current = performance.now();
  }, [order.join()]);
  useEffect(() => {
    const end = new AbortController();
    const options = { signal: end.signal, capture: true };
    const take = ({ clientX, clientY, target }: PointerEvent) => {
      const at = `${clientX} ${clientY}`;
      // Browsers report a pointer that stays where it is while something else moves under it.
      if (at === aim.current.at) return;
      const card = target instanceof Element ? target.closest('[data-conversation]') : null;
      aim.current = { at, conversation: card?.getAttribute('data-conversation') ?? null };
    };
    document.addEventListener('pointermove', take, options);
    document.addEventListener('pointerdown', take, options);
    document.addEventListener(
      'keydown',
      () => {
        aim.current = { at: '', conversation: null };
      },
      options,
    );
    return () => end.abort();
  }, []);
  return (conversation) => {
    const { conversation: aimed } = aim.current;
    const isStill = performance.now() - movedAt.current > MISPRESS_MS;
    return isStill || aimed === null || aimed === conversation;
  };
}
