/** The other side is asked for a sign of life this often, whether or not it gave any. */
export const PING_EVERY_MS = 25_000;

/** Who gives no sign of life for this long after being asked, or dialled, is gone. */
export const DEAD_AFTER_MS = 8_000;

interface Heartbeat {
  /** A sign of life came. The first one starts the asking. */
  heard(): void;
  /** Asks for a sign of life now. */
  ask(): void;
  /** Expects one without asking. */
  expect(): void;
  stop(): void;
}

/**
 * Tells a dead socket from a quiet one. A half-open connection, after a change of network for one,
 * takes minutes to say that it has closed, and swallows whatever is sent until then. Asking is a sign
 * of life, too: a server knows by it who listens, however much it has to tell them.
 */
export function createHeartbeat(ping: () => void, onDead: () => void): Heartbeat {
  let nextPing: ReturnType<typeof setTimeout> | undefined;
  let verdict: ReturnType<typeof setTimeout> | undefined;
  const expect = () => {
    clearTimeout(verdict);
    verdict = setTimeout(onDead, DEAD_AFTER_MS);
  };
  const ask = () => {
    clearTimeout(nextPing);
    nextPing = setTimeout(ask, PING_EVERY_MS);
    ping();
    expect();
  };
  return {
    heard() {
      clearTimeout(verdict);
      nextPing ??= setTimeout(ask, PING_EVERY_MS);
    },
    ask,
    expect,
    stop() {
      clearTimeout(nextPing);
      clearTimeout(verdict);
      nextPing = undefined;
    },
  };
}
