/** The website's settings as the escalation state machine knows them. Pure. */
import { backAt } from '../site/hours.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Rules } from './escalation-state.ts';

const MINUTE_MS = 60_000;

/** What the settings say about handoffs. */
export function rulesOf({ escalation }: Pick<SiteSettings, 'escalation'>): Rules {
  const { ladder, hours } = escalation;
  return {
    remindMs: ladder.remind * MINUTE_MS,
    askMs: ladder.ask * MINUTE_MS,
    closeMs: ladder.close * MINUTE_MS,
    backAt: (now) => backAt(hours, now),
  };
}
