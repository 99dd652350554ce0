import { expect, it } from 'vitest';
import { loadDetector } from '../../../src/intent/detector.ts';
import type { Context, Verdict } from '../../../src/intent/verdict.ts';

const detect = await loadDetector();

/** One rule for each message: it is taken to mean `label`. */
export function means(
  label: Verdict['label'],
  messages: readonly string[],
  context: Context = {},
): void {
  it.each(messages)(`takes for ${label}: %s`, (message) => {
    expect(detect(message, context)).toMatchObject({ label, tier: 'embedded' });
  });
}
