/** The assistant as this deployment is configured. */
import { createAnswerer } from '../assistant/answer.ts';
import type { Assistant } from '../assistant/assistant.ts';
import type { Limits } from '../assistant/models/limits.ts';
import { type ModelChoice, modelsOf } from '../assistant/models/choice.ts';
import { judge } from '../assistant/models/judge.ts';
import { askSmall } from '../assistant/models/small-model.ts';
import { tellable } from '../assistant/models/tellable.ts';
import type { Env } from '../env.ts';
import { isWithinBudget, isWithinDay } from '../limits/answer-budget.ts';
import { findArticles } from '../site/knowledge.ts';
import { createNearest } from '../site/nearest.ts';

/** What answers in a conversation: the models that the configuration names, unless told otherwise. */
export function assistantOf(
  env: Env,
  choice: ModelChoice = modelsOf(env).choice,
  limits: Partial<Limits> = {},
): Assistant {
  const answer = createAnswerer({
    findArticles: (site, question, limit) => findArticles(env.DB, site, question, limit),
    findNearest: createNearest(env.DB, choice),
    choice,
    limits,
    isPaid: (question) => isWithinBudget(env, question, Date.now()),
  });
  if (choice.provider === 'embedded') return { answer, remote: null };
  const secret = choice.provider === 'openai-compatible' ? choice.apiKey : undefined;
  return {
    answer,
    remote: {
      name: choice.answer,
      tellable: (detail) => tellable(detail, secret),
      askSmall: async (prompt, signal, behalf) => {
        const isPaid = !behalf || (await isWithinDay(env, behalf, Date.now()));
        return isPaid && !signal.aborted ? askSmall(choice, prompt, signal) : null;
      },
      judge: async (prompt, signal, behalf) => {
        const isPaid = !behalf || (await isWithinDay(env, behalf, Date.now()));
        return isPaid && !signal.aborted ? judge(choice, prompt, signal) : null;
      },
    },
  };
}
