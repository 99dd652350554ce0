/** An email address, as providers like to repeat it in what they refuse. */
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What happened, never what was said: one JSON line per happening, no message texts, no tokens, no addresses. */
export function logEvent(event: string, facts: Record<string, string | number | boolean>): void {
  const line = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? fact.replaceAll(ADDRESS, '…@…') : fact,
  ]);
  console.log(JSON.stringify({ event, ...Object.fromEntries(line) }));
}
