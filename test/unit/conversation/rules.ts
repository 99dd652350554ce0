import type { Rules } from '../../../src/conversation/escalation-state.ts';
import { rulesOf } from '../../../src/conversation/rules.ts';
import { LADDER } from '../../../src/site/settings.ts';

/** What holds until an owner decides otherwise, for a team that is always there. */
export const RULES: Rules = rulesOf({
  escalation: { enabled: true, address: 'team@acme.example', ladder: LADDER, hours: null },
});

/** The same, for a team that is away until `at`. */
export function awayUntil(at: number): Rules {
  return { ...RULES, backAt: (now) => (now < at ? at : null) };
}
