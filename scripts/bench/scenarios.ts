/** Everything that `npm run bench` measures, by the name it is asked for, in the order it is printed. */
import type { Scenario } from './scenario.ts';
import { firstDraft, modelDraft } from './scenarios/drafts.ts';
import { driven } from './scenarios/driven.ts';
import { embedding } from './scenarios/embedding.ts';
import { startup } from './scenarios/startup.ts';

export const SCENARIOS = {
  'round-trip': driven('round-trip'),
  'in-flight': driven('in-flight'),
  load: driven('load'),
  opening: driven('opening'),
  waking: driven('waking'),
  memory: driven('memory'),
  escalation: driven('escalation'),
  cards: driven('cards'),
  'first-draft': firstDraft,
  'model-draft': modelDraft,
  turn: driven('turn'),
  'slow-turn': driven('slow-turn'),
  startup,
  page: embedding,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
