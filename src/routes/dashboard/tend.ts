import { modelsOf } from '../../assistant/models/choice.ts';
import { tendKnowledge } from '../../site/tend-knowledge.ts';
import type { DashboardContext } from './context.ts';

/** Brings what is made of the website's articles up to date, after the response. */
export function tendInBackground(c: DashboardContext): void {
  const { choice } = modelsOf(c.env);
  c.executionCtx.waitUntil(tendKnowledge(c.env.DB, choice, c.get('site').site));
}
