/** Which of a website's tabs was looked at last. */

/** `navigator.locks`, or what stands for it in a test; undefined on plain http, where there is none. */
export type Locks =
  | {
      request(name: string, options: LockOptions, keep: () => Promise<unknown>): Promise<unknown>;
    }
  | undefined;

interface LastTab {
  /** Whether it is this one. Where tabs cannot tell, none is. */
  readonly isThis: boolean;
  /** This one is looked at. */
  take(): void;
}

/**
 * The tab that is looked at takes a lock away from whichever had it, and keeps it until another one is.
 * The rest queue, so that one of them takes over when that tab is closed.
 */
export function createLastTab(locks: Locks, name: string): LastTab {
  let isThis = false;
  let queued = new AbortController();

  function hold(options: LockOptions): void {
    const { signal } = queued;
    const keep = () => {
      isThis = true;
      return new Promise(() => {});
    };
    locks?.request(name, options, keep).catch(() => {
      // Either it left the queue to take the lock at once, or locks are forbidden here.
      if (signal.aborted || !isThis) return;
      isThis = false;
      queue();
    });
  }

  function queue(): void {
    queued = new AbortController();
    hold({ signal: queued.signal });
  }

  queue();
  return {
    get isThis() {
      return isThis;
    },
    take() {
      if (isThis) return;
      queued.abort();
      queued = new AbortController();
      hold({ steal: true });
    },
  };
}
