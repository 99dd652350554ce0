import { describe, expect, it } from 'vitest';
import { preambleFor } from '../../../src/assistant/embedded/preamble.ts';
import { SENTENCES } from '../../../src/assistant/embedded/sentences.ts';

describe('the word before an answer that is not the model’s', () => {
  it.each(['trouble', 'spent'] as const)(
    'says why it is not (%s), and lets it follow',
    (resort) => {
      const preamble = preambleFor(resort, 'How long is the warranty?', true, undefined);
      expect(preamble).toEqual({ text: `${SENTENCES.en[resort]}\n\n`, isAll: false });
    },
  );

  it('is all there is to say where the articles hold nothing', () => {
    expect(preambleFor('trouble', 'Who won the match?', false, undefined)).toEqual({
      text: SENTENCES.en.troubleUnknown,
      isAll: true,
    });
    expect(preambleFor('spent', 'Who won the match?', false, undefined)).toEqual({
      text: SENTENCES.en.spentUnknown,
      isAll: true,
    });
  });

  it('comes in the language of the question, or else of the browser', () => {
    expect(preambleFor('trouble', '¿Cuánto dura la garantía?', true, 'en')?.text).toContain(
      SENTENCES.es.trouble,
    );
    expect(preambleFor('trouble', 'Garantie 2024', true, 'de-AT')?.text).toContain(
      SENTENCES.de.trouble,
    );
  });

  it.each(['Hello', 'thanks, bye', 'Merci'])('does not spoil small talk: %s', (words) => {
    expect(preambleFor('trouble', words, false, undefined)).toBeNull();
  });
});
