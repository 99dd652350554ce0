/** After this long without a move, nobody is taken to be aiming at the list. */
const HELD_AFTER_MOVE_MS = 3_000;

export interface Hold {
  isHeld(): boolean;
  /** Somebody moves about in the list. */
  touch(): void;
  /** They have left it. */
  release(): void;
}

/**
 * Whether the list must hold still, because somebody is about to press something in it.
 *
 * @param onReleased told when it may move again
 */
export function createHold(onReleased: () => void): Hold {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    onReleased();
  };
  return {
    isHeld: () => timer !== undefined,
    touch() {
      clearTimeout(timer);
      timer = setTimeout(release, HELD_AFTER_MOVE_MS);
    },
    release,
  };
}
