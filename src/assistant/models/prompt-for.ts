/** A prompt as providers take it. Pure. */
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Prompt } from '../prompt/prompt.ts';

/** The instructions first, then the conversation, each message of one text. */
export function promptFor({ instructions, messages }: Prompt): LanguageModelV4Prompt {
  return [
    { role: 'system', content: instructions },
    ...messages.map(({ role, content }) => ({
      role,
      content: [{ type: 'text', text: content } as const],
    })),
  ];
}
