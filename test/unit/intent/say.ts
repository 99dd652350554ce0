import { expect, it } from 'vitest';
import { detect } from '../../../src/intent/detect.ts';
import type { Context, Verdict } from '../../../src/intent/verdict.ts';

/** One rule for each message: it is taken to mean `label`. */
export function means(
  label: Verdict['label'],
  messages: readonly string[],
  context: Context = {},
): void {
  it.each(messages)(`takes for ${label}: %s`, (message) => {
    expect(detect(message, context)).toMatchObject({ label, tier: 'rules' });
  });
}
