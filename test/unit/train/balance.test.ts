import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/lib/paths.ts';
import { sentencesOf } from '../../../scripts/train/detector/grammar.ts';
import { type Material, materialIn, SECTIONS } from '../../../scripts/train/detector/material.ts';
import { meaningOf } from '../../../scripts/train/detector/sentences.ts';
import { seeded, seedOf } from '../../../scripts/train/random.ts';
import { fold } from '../../../src/intent/fold.ts';

const FOLDER = join(ROOT, 'scripts', 'train', 'intent');
const FEWEST_LINES = 14;
const FEWEST_LINES_ASKING = 25;
const MOST_SENTENCES = 60;

interface File {
  name: string;
  material: Material;
}

const files: File[] = [];
const unreadable: unknown[] = [];
for (const name of (await readdir(FOLDER)).sort()) {
  try {
    files.push({ name, material: materialIn(await readFile(join(FOLDER, name), 'utf8'), name) });
  } catch (error) {
    unreadable.push(error);
  }
}
const languages = Map.groupBy(files, ({ material }) => material.language);

/** Sentences that do not depend on what they answer. */
interface Found {
  text: string;
  /** What is left of it once it is folded. */
  words: string;
  meaning: string;
  where: string;
}

function* sentencesIn(own: readonly File[]): Generator<Found> {
  for (const { name, material } of own) {
    for (const { context, section, sentence, text, line } of material.templates) {
      if (context) continue;
      const random = seeded(seedOf(text));
      for (const made of sentencesOf(sentence, MOST_SENTENCES, random)) {
        const words = fold(made).map((word) => word.text);
        const where = `${name}, line ${line}`;
        yield { text: made, words: words.join(' '), meaning: meaningOf(section), where };
      }
    }
  }
}

describe('the material', () => {
  it('can be read, every file', () => {
    expect(unreadable).toEqual([]);
    expect(files.length).toBeGreaterThan(60);
  });

  it('has no list that nothing uses', () => {
    const unused = files.flatMap(({ name, material }) =>
      material.unused.map((list) => `${name}: ${list}`),
    );
    expect(unused).toEqual([]);
  });

  it.each([...languages])('has enough of everything: %s', (_, own) => {
    const templates = own.flatMap(({ material }) => material.templates);
    const lacking = SECTIONS.filter((section) => {
      const lines = templates.filter((one) => one.section === section).length;
      return lines < (section === 'ask_human' ? FEWEST_LINES_ASKING : FEWEST_LINES);
    });
    expect(lacking).toEqual([]);
  });
});

describe('a sentence', () => {
  it.each([...languages])('means one thing, wherever it stands: %s', (_, own) => {
    // The detector sees no pictographs but those that answer: to it these messages are all the same.
    const wordless = { text: '', words: '', meaning: 'other', where: 'any message without words' };
    const seen = new Map<string, Found>([['', wordless]]);
    const clashes = new Set<string>();
    for (const found of sentencesIn(own)) {
      const first = seen.get(found.words);
      if (first === undefined) seen.set(found.words, found);
      else if (first.meaning !== found.meaning) {
        clashes.add(
          `“${found.text}”: ${first.meaning} (${first.where}), ${found.meaning} (${found.where})`,
        );
      }
    }
    expect([...clashes]).toEqual([]);
  });
});
