/** What a link may take: the Worker is up already. */
const PATIENCE_MS = 10_000;

/**
 * Asks the server for a one-time link that signs its owner in to the dashboard. A server that gives none,
 * because it was told to run as in production or knows no owner, has a sign-in page all the same.
 */
export async function askSignIn(origin: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${origin}/dev/sign-in`, { method: 'POST', signal });
    const value: unknown = answer.ok ? await answer.json() : null;
    if (hasUrl(value)) return value.url;
  } catch {
    // It may be ending already; whoever waits for it says so.
  }
  return `${origin}/app`;
}

function hasUrl(value: unknown): value is { url: string } {
  return (
    typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string'
  );
}
