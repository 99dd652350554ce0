/** What a model may be asked: answers per conversation, and per day for one network and one website. */
import type { Question } from '../assistant/answerer.ts';
import { allow } from './rate-limiter.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface BudgetEnv {
  RATE_LIMITER: DurableObjectNamespace;
  ANSWERS_PER_CONVERSATION: string;
  ANSWERS_PER_NETWORK: string;
  ANSWERS_PER_SITE: string;
}

/**
 * Counts one more answer, and says whether it is still within the budget. A question that names no
 * caller is the owner's own, and free. Like every limit here it fails open: it guards cost, not secrets.
 */
export async function isWithinBudget(
  env: BudgetEnv,
  { caller, settings }: Question,
  now: number,
): Promise<boolean> {
  if (!caller) return true;
  if (caller.answers >= Number(env.ANSWERS_PER_CONVERSATION)) return false;
  const limit = { windowMs: DAY_MS };
  const network = {
    ...limit,
    key: `answers:${caller.network}`,
    perWindow: Number(env.ANSWERS_PER_NETWORK),
  };
  // A network that has spent its share spends nothing of the website's.
  if (!(await allow(env.RATE_LIMITER, network, now)).ok) return false;
  const site = {
    ...limit,
    key: `answers:site:${settings.site}`,
    perWindow: Number(env.ANSWERS_PER_SITE),
  };
  return (await allow(env.RATE_LIMITER, site, now)).ok;
}
