/** Small things a page remembers. A browser that keeps nothing still works until it is reloaded. */
export interface Keep {
  get(key: string): string | null;
  /** Null forgets. */
  set(key: string, value: string | null): void;
}

/** Keeps things in the given storage. Asked for each time, because merely naming it may throw. */
export function keepIn(storage: () => Storage): Keep {
  /** What could not be kept elsewhere. */
  const memory = new Map<string, string | null>();
  return {
    get(key) {
      const remembered = memory.get(key);
      if (remembered !== undefined) return remembered;
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      memory.delete(key);
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, value);
      } catch {
        // Blocked or full.
        memory.set(key, value);
      }
    },
  };
}

const SEAT_BYTES = 24;

/**
 * The key that makes one person of several tabs and reconnects: 32 url-safe characters, made on the
 * first visit and kept for the conversation.
 */
export function seatKey(keep: Keep, conversation: string): string {
  const name = `baton.seat.${conversation}`;
  const kept = keep.get(name);
  if (kept !== null && /^[\w-]{32}$/.test(kept)) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(SEAT_BYTES));
  const key = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  keep.set(name, key);
  return key;
}
