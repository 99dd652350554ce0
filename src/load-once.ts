/** Modules that are large and seldom needed are loaded when they are. */

/**
 * Loads when it is first called, and once for everybody who calls. A load that fails is forgotten, lest
 * the isolate stays without for as long as it lives: the next call tries again.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
