/** Mails that show an owner whether calls for help would arrive. */
import type { TestResult } from '../../dashboard/escalation.tsx';
import type { Env } from '../../env.ts';
import { allow } from '../../limits/rate-limiter.ts';
import { penFor } from '../../language/speech.ts';
import { parseMailbox } from '../../mail/mime.ts';
import { sendMail } from '../../mail/send.ts';
import type { Millis } from '../../protocol/entry.ts';
import { testMail, type TestMailFacts } from '../../takeover/test-mail.tsx';

/** How often an owner may try within an hour, however many websites they have. */
export const TESTS_PER_HOUR = 10;

const HOUR_MS = 60 * 60 * 1000;

/** As much of a provider’s reason as an owner needs. */
const MAX_REASON_CHARS = 300;

/** Counts one test of a member's, and says whether it is still within bounds. */
export async function mayTest(env: Env, member: string, now: Millis): Promise<boolean> {
  const limit = { key: `test-mail:${member}`, perWindow: TESTS_PER_HOUR, windowMs: HOUR_MS };
  return (await allow(env.RATE_LIMITER, limit, now)).ok;
}

/** Sends one mail to each address and tells how each went. */
export async function sendTests(
  env: Env,
  { to, language, ...facts }: TestMailFacts & { to: readonly string[]; language: string },
): Promise<TestResult[]> {
  const words = testMail(facts, await penFor(language));
  const id = `test.${crypto.randomUUID()}`;
  return Promise.all(
    to.map(async (address, at): Promise<TestResult> => {
      const from = parseMailbox(env.MAIL_FROM);
      try {
        await sendMail(env, { ...words, from, to: address, id: `${id}.${at}`, thread: id });
        return { address, refusal: null };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { address, refusal: reason.slice(0, MAX_REASON_CHARS) };
      }
    }),
  );
}
