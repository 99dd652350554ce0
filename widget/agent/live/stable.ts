import { useCallback, useRef } from 'preact/hooks';

/** One and the same function for every drawing, that does what the latest one would. */
export function useStable<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}
