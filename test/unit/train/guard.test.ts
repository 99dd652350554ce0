import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { weightsFrom } from '../../../scripts/train/guard/weights-from.ts';
import { readCorpus, sentencesIn } from '../../../scripts/train/guard/corpus.ts';

const MODULE = new URL('../../../src/assistant/promises/weights.ts', import.meta.url);

describe('training', () => {
  it('makes the committed weights of the sentences in the repository', async () => {
    const { text } = weightsFrom(await readCorpus());
    expect((await readFile(MODULE, 'utf8')) === text).toBe(true);
  });
});

describe('a file of sentences', () => {
  it('has two sections, and names its language', () => {
    expect(sentencesIn('# promises\nI told them.\n\n# innocent\nHello.\n', 'en-2.txt')).toEqual([
      { language: 'en', isPromise: true, text: 'I told them.' },
      { language: 'en', isPromise: false, text: 'Hello.' },
    ]);
  });

  it.each(['Hello.\n', '# other\nHello.\n', '# promises\n# innocents\n'])(
    'is refused by its line where it has none: %j',
    (text) => {
      expect(() => sentencesIn(text, 'en.txt')).toThrow(/^en\.txt, line [12]: /);
    },
  );
});
