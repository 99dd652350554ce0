/** The calls that a stub on the page collected before this code came: lists of arguments. */
export function queuedCalls(stub: unknown): unknown[][] {
  // Under the name there may be anything else, a form for one.
  const { q }: { q?: unknown } = Object(stub);
  return Array.isArray(q) ? q.map((call) => Array.from(Object(call))) : [];
}
