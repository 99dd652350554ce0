/** Which model answers. Everything after this switch is the same for all of them. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { assertNever } from '../protocol/assert-never.ts';
import { createEmbeddedModel } from './embedded.ts';
import type { Passage } from './passage.ts';

/** A model, as a deployment chooses it. */
export type ModelChoice = {
  provider: 'embedded';
  /** Between pieces of an answer; see the embedded answerer. */
  chunkDelayMs?: number;
};

/** What a model may be made for, beyond its prompt. */
export interface Occasion {
  /** The passages that answer the question as they stand; see retrieval. */
  answer: readonly Passage[];
  locale?: string;
}

/** The model for one answer. */
export function createModel(choice: ModelChoice, occasion: Occasion): LanguageModelV4 {
  const { provider } = choice;
  switch (provider) {
    case 'embedded': {
      const { chunkDelayMs } = choice;
      const { answer, locale } = occasion;
      return createEmbeddedModel({
        passages: answer,
        ...(locale === undefined ? {} : { locale }),
        ...(chunkDelayMs === undefined ? {} : { chunkDelayMs }),
      });
    }
    default:
      return assertNever(provider);
  }
}
