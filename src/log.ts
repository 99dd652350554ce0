/** What happened, never what was said: one JSON line per happening, no message texts, no tokens. */
export function logEvent(event: string, facts: Record<string, string | number | boolean>): void {
  console.log(JSON.stringify({ event, ...facts }));
}
