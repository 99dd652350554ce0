/** What a model may be asked: answers per conversation, and per day for one network and one website. */
import type { Question } from '../assistant/answerer.ts';
import { within } from '../in-time.ts';
import { limitIn } from './limit-in.ts';
import { allow } from './rate-limiter.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is no number is no limit. */
const UNLIMITED = Infinity;

interface BudgetEnv {
  RATE_LIMITER: DurableObjectNamespace;
  ANSWERS_PER_CONVERSATION: string;
  ANSWERS_PER_NETWORK: string;
  ANSWERS_PER_SITE: string;
}

/** A limiter that takes longer is as good as none: nobody waits for an answer because of it. In ms. */
const PATIENCE_MS = 300;

/** Whom an answer is counted on. */
interface Debtor {
  site: string;
  /** The visitor's network, hashed. */
  network: string;
}

/**
 * Counts one more answer, and says whether it is still within the day's budget. Like every limit here it
 * fails open: it guards cost, not secrets.
 */
export async function isWithinDay(
  env: BudgetEnv,
  { site, network }: Debtor,
  now: number,
): Promise<boolean> {
  const isWithin = async (key: string, limit: string): Promise<boolean> => {
    const perWindow = limitIn(limit, UNLIMITED);
    const counted = { key: `answers:${key}`, perWindow, windowMs: DAY_MS };
    const allowance = allow(env.RATE_LIMITER, counted, now);
    return (await within(PATIENCE_MS, allowance, () => null))?.ok ?? true;
  };
  // A network that has spent its share of a website spends nothing of anybody else's.
  return (
    (await isWithin(`${site}:${network}`, env.ANSWERS_PER_NETWORK)) &&
    (await isWithin(`site:${site}`, env.ANSWERS_PER_SITE))
  );
}

/** The same for a question, within its conversation's own budget too. One that names no caller is free. */
export async function isWithinBudget(
  env: BudgetEnv,
  { caller, settings }: Question,
  now: number,
): Promise<boolean> {
  if (!caller) return true;
  if (caller.answers >= limitIn(env.ANSWERS_PER_CONVERSATION, UNLIMITED)) return false;
  return isWithinDay(env, { site: settings.site, network: caller.network }, now);
}
