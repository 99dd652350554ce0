import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelledIn, readHeldOut } from '../../../scripts/eval/held-out.ts';
import { LABELS } from '../../../scripts/eval/tally.ts';
import { Complaint } from '../../../scripts/lib/complaint.ts';

const labelled = (text: string) => labelledIn(text, 'chats', 'de.txt');

describe('a file of messages', () => {
  it('has sections, whose messages mean what they say', () => {
    expect(labelled('# ask_human\nMensch bitte\n\n#decline\n  nein  \n')).toEqual([
      {
        text: 'Mensch bitte',
        context: [],
        expected: 'ask_human',
        language: 'de',
        source: 'chats',
      },
      { text: 'nein', context: [], expected: 'decline', language: 'de', source: 'chats' },
    ]);
  });

  it.each([
    ['ask_human', 'ask_human'],
    ['frustrated', 'frustrated'],
    ['confirm', 'confirm'],
    ['decline', 'decline'],
    ['other', 'other'],
    ['near', 'other'],
  ])('has a section %s, which means %s', (section, expected) => {
    expect(labelled(`# ${section}\na\n`)).toMatchObject([{ expected }]);
  });

  it('may say what a message answers', () => {
    expect(labelled('# confirm\nShall I? => yes => please\n')).toMatchObject([
      { text: 'yes => please', context: ['Shall I?'] },
    ]);
  });

  it('may hold a message that begins like a heading', () => {
    expect(labelled('# other\n#1 where is it\n')).toMatchObject([{ text: '#1 where is it' }]);
  });

  it.each([
    ['a message before any section', '\nhallo\n', 2],
    ['a section that there is not', '# other\nhallo\n# others\nhallo\n', 3],
  ])('is refused by its line: %s', (_, text, line) => {
    expect(() => labelled(text)).toThrow(
      new Complaint(`chats/de.txt, line ${line}: “# other” or another label was expected.`),
    );
  });
});

describe('held-out messages', () => {
  it('are read from a folder per source, in the order of names, and from no other files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-held-out-'));
    try {
      for (const name of ['b/fr.txt', 'b/de.txt', 'a/en.txt']) {
        await mkdir(join(folder, name, '..'), { recursive: true });
        await writeFile(join(folder, name), `# other\n${name}\n`);
      }
      await writeFile(join(folder, 'patience.txt'), 'not a message');
      const rows = await readHeldOut(folder);
      expect(rows.map(({ source, language, text }) => [source, language, text])).toEqual([
        ['a', 'en', 'a/en.txt'],
        ['b', 'de', 'b/de.txt'],
        ['b', 'fr', 'b/fr.txt'],
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are there for every label in every language, and none is empty', async () => {
    const rows = await readHeldOut();
    expect(rows.filter(({ text }) => text.trim() === '')).toEqual([]);
    const lacking = [...Map.groupBy(rows, (row) => row.language)].flatMap(([language, own]) =>
      LABELS.filter((label) => !own.some(({ expected }) => expected === label)).map(
        (label) => `${language}: ${label}`,
      ),
    );
    expect(lacking).toEqual([]);
  });
});
