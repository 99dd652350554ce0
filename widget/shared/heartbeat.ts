/** Quiet for this long, the other side is asked for a sign of life. */
export const PING_EVERY_MS = 25_000;

/** Who gives no sign of life for this long after being asked, or dialled, is gone. */
export const DEAD_AFTER_MS = 8_000;

export interface Heartbeat {
  /** A sign of life came: all is well for a while. */
  heard(): void;
  /** Asks for a sign of life now. */
  ask(): void;
  /** Expects one without asking. */
  expect(): void;
  stop(): void;
}

/**
 * Tells a dead socket from a quiet one. A half-open connection, after a change of network for one,
 * takes minutes to say that it has closed, and swallows whatever is sent until then.
 */
export function createHeartbeat(ping: () => void, onDead: () => void): Heartbeat {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after = (ms: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  };
  const expect = () => after(DEAD_AFTER_MS, onDead);
  const ask = () => {
    ping();
    expect();
  };
  return {
    heard: () => after(PING_EVERY_MS, ask),
    ask,
    expect,
    stop: () => clearTimeout(timer),
  };
}
