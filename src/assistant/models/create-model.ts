/** Which model answers. Everything after this switch is the same for all of them. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Said } from '../../language/language.ts';
import { assertNever } from '../../protocol/assert-never.ts';
import { createEmbeddedModel } from '../embedded/embedded.ts';
import type { ModelChoice, Remote } from './choice.ts';
import type { Passage } from '../retrieval/passage.ts';

/** What a model may be made for, beyond its prompt. */
interface Occasion {
  /** The passages that answer the question as they stand; see retrieval. */
  answer: readonly Passage[];
  locale?: string;
  /** The fixed sentences in the visitor's language, for the embedded answerer. */
  said?: Said;
}

/** The model for one answer. What a provider needs is loaded with the first one. */
export async function createModel(
  choice: ModelChoice,
  occasion: Occasion,
): Promise<LanguageModelV4> {
  if (choice.provider !== 'embedded') return remoteModel(choice, choice.answer);
  const { chunkDelayMs } = choice;
  const { answer, locale, said } = occasion;
  return createEmbeddedModel({
    passages: answer,
    ...(said === undefined ? {} : { said }),
    ...(locale === undefined ? {} : { locale }),
    ...(chunkDelayMs === undefined ? {} : { chunkDelayMs }),
  });
}

/** A provider's model by its name there. */
export async function remoteModel(choice: Remote, name: string): Promise<LanguageModelV4> {
  switch (choice.provider) {
    case 'workers-ai': {
      const { workersAiModel } = await import('./workers-ai.ts');
      return workersAiModel(choice.binding, name);
    }
    case 'openai-compatible': {
      const { openAiCompatibleModel } = await import('./openai-compatible.ts');
      return openAiCompatibleModel(choice, name);
    }
    default:
      return assertNever(choice);
  }
}
