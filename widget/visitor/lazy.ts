/** Something that is fetched when it is needed first. */
export interface Lazy<T> {
  /** Undefined until it is there. */
  readonly value: T | undefined;
  /** It could not be fetched, though there is a network: so until it can. */
  readonly isFailed: boolean;
  /**
   * Fetches it, once. Undefined if that failed: some time later the next call tries again.
   *
   * @param isPressed whatever is not nothing, such as an event: tries again at once
   */
  load(isPressed?: unknown): Promise<T | undefined>;
}

/** After a failure nothing is fetched unasked for this long. */
const REST_MS = 5_000;

/** Fetches nothing yet. `redraw` is called whenever there is news. */
export function createLazy<T>(fetchIt: () => Promise<T>, redraw: () => void): Lazy<T> {
  let value: T | undefined;
  let loading: Promise<T | undefined> | undefined;
  let isFailed = false;

  async function load(): Promise<T | undefined> {
    try {
      value = await fetchIt();
      isFailed = false;
    } catch {
      isFailed = navigator.onLine;
      setTimeout(() => {
        loading = undefined;
        redraw();
      }, REST_MS);
    }
    redraw();
    return value;
  }

  return {
    get value() {
      return value;
    },
    get isFailed() {
      return isFailed;
    },
    load: (isPressed) => (isPressed && isFailed ? load() : (loading ??= load())),
  };
}

/** The same for a module of ours: `file` lies beside this one when built, `make` takes from it what is needed. */
export function createLazyModule<M, T>(
  file: string,
  make: (module: M) => T,
  redraw: () => void,
): Lazy<T> {
  let attempts = 0;
  return createLazy(async () => {
    // Browsers remember a module that failed to load, by its address.
    const address = `./${file}?${attempts++}`;
    const module: M = await import(address);
    return make(module);
  }, redraw);
}
