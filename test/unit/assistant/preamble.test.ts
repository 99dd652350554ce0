import { describe, expect, it } from 'vitest';
import { preambleFor } from '../../../src/assistant/embedded/preamble.ts';
import * as en from '../../../src/language/tongues/en.ts';

describe('the word before an answer that is not the model’s', () => {
  it.each(['trouble', 'spent'] as const)(
    'says why it is not (%s), and lets it follow',
    (resort) => {
      const preamble = preambleFor(resort, true, en.said);
      expect(preamble).toEqual({ text: `${en.said[resort]}\n\n`, isAll: false });
    },
  );

  it('is all there is to say where the articles hold nothing', () => {
    expect(preambleFor('trouble', false, en.said)).toEqual({
      text: en.said.troubleUnknown,
      isAll: true,
    });
    expect(preambleFor('spent', false, en.said)).toEqual({
      text: en.said.spentUnknown,
      isAll: true,
    });
  });
});
