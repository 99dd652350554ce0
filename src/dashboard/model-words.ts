/** A deployment's models and what they failed at, in words for the owner. */
import type { TroubleReason } from '../assistant/answerer.ts';
import type { ModelChoice, ModelProblem } from '../assistant/models/choice.ts';
import { assertNever } from '../protocol/assert-never.ts';

/** What is wrong, and what to do about it. */
export interface Advice {
  what: string;
  /** Empty where there is nothing to do but wait. */
  todo: string;
}

/** Who answers. */
export function providerWords(choice: ModelChoice): string {
  switch (choice.provider) {
    case 'embedded':
      return 'Built in: no language model';
    case 'workers-ai':
      return 'Workers AI';
    case 'openai-compatible':
      return `An OpenAI-compatible service at ${new URL(choice.baseUrl).host}`;
    default:
      return assertNever(choice);
  }
}

/** What the owner's choices about manner mean with these models. */
export function mannerWords(choice: ModelChoice): string {
  return choice.provider === 'embedded'
    ? 'The built-in assistant answers in the words of your articles. A language model would go by what you choose here.'
    : 'The language model goes by what you choose here. When it fails, the built-in assistant steps in and answers in the words of your articles.';
}

/** A model by what it is for; `isName` tells a model's name from plain words. */
export interface ModelUse {
  use: string;
  model: string;
  isName: boolean;
}

/** Which model does what; none where no model is asked. */
export function modelUses(choice: ModelChoice): ModelUse[] {
  if (choice.provider === 'embedded') return [];
  const embedding = choice.provider === 'workers-ai' ? choice.embedding : '';
  return [
    { use: 'Answers', model: choice.answer, isName: true },
    { use: 'Summaries', model: choice.small, isName: true },
    embedding === ''
      ? { use: 'Finding articles', model: 'Full-text search, no model', isName: false }
      : { use: 'Finding articles', model: embedding, isName: true },
  ];
}

/** Why no model answers although the configuration asks for one. */
export function problemWords(problem: ModelProblem): Advice {
  switch (problem) {
    case 'unknown_provider':
      return {
        what: 'Baton doesn’t know the provider that MODEL_PROVIDER names.',
        todo: 'Set it to workers-ai, openai-compatible or embedded, then deploy again.',
      };
    case 'no_binding':
      return {
        what: 'Workers AI is chosen, but this deployment has no binding to it.',
        todo: 'Add a section [ai] with binding = "AI" to wrangler.toml, then deploy again.',
      };
    case 'no_url':
      return {
        what: 'An OpenAI-compatible service is chosen, but MODEL_URL is not a web address.',
        todo: 'Set it to where the service is reached, such as https://models.acme.example/v1, then deploy again.',
      };
    case 'no_model':
      return {
        what: 'No model is named for answers.',
        todo: 'Set ANSWER_MODEL to the name of a model that your provider has, then deploy again.',
      };
    default:
      return assertNever(problem);
  }
}

/** Why a model did not answer. */
export function reasonWords(reason: TroubleReason): Advice {
  switch (reason) {
    case 'stalled':
      return {
        what: 'It said nothing for too long.',
        todo: 'If that happens often, try a smaller model.',
      };
    case 'too_slow':
      return {
        what: 'It wasn’t done in time.',
        todo: 'If that happens often, try a quicker model.',
      };
    case 'cut_off':
      return { what: 'The connection to it broke off.', todo: '' };
    case 'busy':
      return {
        what: 'It had too much to do, or your account’s limit was reached.',
        todo: 'It may pass by itself. If it doesn’t, look at the limits of your provider’s plan.',
      };
    case 'refused':
      return {
        what: 'The provider refused the request.',
        todo: 'Look at the details. Often it is the model’s name in ANSWER_MODEL, or what the account or the key may use.',
      };
    case 'broken':
      return { what: 'The provider failed, or its answer made no sense.', todo: '' };
    case 'silent':
      return {
        what: 'It ended without a word.',
        todo: 'If that happens often, try another model.',
      };
    case 'internal':
      return { what: 'Something failed on our side before the model could answer.', todo: '' };
    default:
      return assertNever(reason);
  }
}

const REASONS = [
  'stalled',
  'too_slow',
  'cut_off',
  'busy',
  'refused',
  'broken',
  'silent',
  'internal',
] as const satisfies readonly TroubleReason[];

/** The same for a reason that was stored, perhaps by a version that knew others. */
export function storedReasonWords(stored: string): Advice {
  const reason = REASONS.find((known) => known === stored);
  return reason
    ? reasonWords(reason)
    : { what: `It failed: ${stored.replaceAll('_', ' ')}.`, todo: '' };
}

/** A time that somebody waited, in ms, as they would say it. */
export function waitWords(ms: number): string {
  const whole = Math.round(ms);
  return whole < 1_000 ? `${whole} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
