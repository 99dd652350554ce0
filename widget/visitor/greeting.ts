/** When the website's greeting may stand beside the closed launcher. Pure. */

/** From one greeting, or from the chat being opened, to the next greeting. */
export const GREET_EVERY_MS = 86_400_000;

/** Whoever has just come is left to look around first. */
export const GREET_AFTER_MS = 4_000;

/** Whether it may show. `last`: when it showed last or the chat was opened, as it is remembered. */
export function isGreetingDue(last: string | undefined, now: number): boolean {
  // A clock that was put back must not silence it for years, and a damaged memory not for ever.
  return !(Math.abs(now - Number(last ?? 0)) < GREET_EVERY_MS);
}
