/** Who did not get a mail, why, and whether to try them again. Pure. */

/** An address that did not get a mail. */
export interface Refusal {
  address: string;
  /** In the provider's words. */
  reason: string;
  /** Whether there is no point in trying it again. */
  isFinal: boolean;
}

/** What became of a mail to several. */
export interface Mailed {
  /** Whom the provider takes it to. */
  taken: string[];
  refusals: Refusal[];
}

/** Who did not get it, and why. */
export function wordsOf(refusals: readonly Refusal[]): string {
  return refusals.map(({ address, reason }) => `${address}: ${reason}`).join('; ');
}

/** What Cloudflare's mail service says of an address that it will not mail. */
const FINAL_CODES: ReadonlySet<string> = new Set([
  'E_RECIPIENT_NOT_ALLOWED',
  'E_RECIPIENT_SUPPRESSED',
  'E_VALIDATION_ERROR',
]);

/** The same without a code, and a mail server's own answers: those that begin with a 5 are meant for good. */
const FINAL_WORDS =
  /\b(?:not (?:a )?verified|not allowed|suppressed)\b|^\s*5\d\d[\s-]|(?<![\d.])5\.[0-7]\.\d{1,3}(?![\d.])/i;

/** Whether a refusal is for good. What is not known passes: to try once more costs little. */
export function isFinal(reason: string, code?: string): boolean {
  if (code?.startsWith('E_')) return FINAL_CODES.has(code);
  return FINAL_WORDS.test(reason);
}
