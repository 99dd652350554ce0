import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Complaint } from '../../../scripts/lib/complaint.ts';
import { type Node, sentencesOf } from '../../../scripts/train/detector/grammar.ts';
import { materialIn, readMaterial, SECTIONS } from '../../../scripts/train/detector/material.ts';
import { seeded } from '../../../scripts/train/random.ts';

const NEEDED = 'offer = Shall I?\nsays = Hello.\n';

const all = (node: Node): string[] => sentencesOf(node, 100, seeded(1));

describe('a file of templates', () => {
  it('has sections, and lines that belong to the last one begun', () => {
    const { templates } = materialIn(`${NEEDED}# ask_human\nhuman\n\n#near\nno\nwho\n`, 'en.txt');
    expect(templates).toMatchObject([
      { section: 'ask_human', text: 'human', line: 4 },
      { section: 'near', text: 'no', line: 7 },
      { section: 'near', text: 'who', line: 8 },
    ]);
  });

  it.each(SECTIONS)('may have a section “%s”', (section) => {
    expect(materialIn(`${NEEDED}# ${section}\na\n`, 'en.txt').templates).toMatchObject([
      { section },
    ]);
  });

  it('names its language, and may be one of several', () => {
    expect(materialIn(NEEDED, 'en.txt').language).toBe('en');
    expect(materialIn(NEEDED, 'fil-12.txt').language).toBe('fil');
  });

  it('has lists, which templates below them use', () => {
    const { templates } = materialIn(
      `${NEEDED}who = human | {says}\n# other\nget {who}\n`,
      'en.txt',
    );
    expect(templates.flatMap(({ sentence }) => all(sentence))).toEqual(['get human', 'get Hello.']);
  });

  it('says what the assistant offers and says', () => {
    const { offer, says } = materialIn('offer = Shall I? | May I?\nsays = Hello.\n', 'en.txt');
    expect(all(offer)).toEqual(['Shall I?', 'May I?']);
    expect(all(says)).toEqual(['Hello.']);
  });

  it('may say what a line answers', () => {
    const { templates } = materialIn(
      `${NEEDED}# confirm\n{offer} => (yes | sure)\nyes => \n=> yes\nyes\n`,
      'en.txt',
    );
    const [reply, ...others] = templates;
    expect(reply?.context && all(reply.context)).toEqual(['Shall I?']);
    expect(reply && all(reply.sentence)).toEqual(['yes', 'sure']);
    expect(others.map(({ context }) => context)).toEqual([null, null, null]);
  });

  it('may be commented, and blank in between', () => {
    const text = `// English\n\n${NEEDED}  // indented\n# other\n// a template\n\na // b\n`;
    expect(materialIn(text, 'en.txt').templates.map(({ text: own }) => own)).toEqual(['a // b']);
  });

  it('goes on with an indented line, also after a comment or a blank one', () => {
    const text = `${NEEDED}who = a\n  | b\n\n\t| c\n// d\n  | d\n# other\nget\n   {who}\nnext\n`;
    const { templates } = materialIn(text, 'en.txt');
    expect(templates).toMatchObject([
      { text: 'get {who}', line: 10 },
      { text: 'next', line: 12 },
    ]);
    expect(templates[0] && all(templates[0].sentence)).toEqual([
      'get a',
      'get b',
      'get c',
      'get d',
    ]);
  });

  it('tells which lists nothing uses, other than those that it needs', () => {
    const text = `${NEEDED}a = x\nb = {a}\nc = y\n# other\n{c} [{c}]\n`;
    expect(materialIn(text, 'en.txt').unused).toEqual(['b']);
  });

  it('counts a list as used that only says what was answered', () => {
    expect(materialIn(`${NEEDED}a = x\n# other\n{a} => y\n`, 'en.txt').unused).toEqual([]);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    [
      'a sentence before any section',
      'human\n',
      'line 3: a section, such as “# other”, was expected.',
    ],
    ['a section that there is not', '# others\n', 'line 3: there is no section “others”.'],
    ['a list that is there', 'a = x\na = y\n', 'line 4: the list “a” is there already.'],
    ['a list used before it is there', 'a = {b}\nb = x\n', 'line 3: there is no list “b” above.'],
    ['a list that nobody wrote', '# other\nx\n\n{b}\n', 'line 6: there is no list “b” above.'],
    ['a bracket left open', '# other\n\n(a | b\n', 'line 5: a bracket is not closed.'],
    ['a bracket left open on the next line', 'a = x\n  | (y\n', 'line 3: a bracket is not closed.'],
    ['a bracket closed only', '# other\n// x\na)\n', 'line 5: “)” has no beginning.'],
    ['two answers', '# other\na => b => c\n', 'line 4: “ => ” may come once.'],
    ['a bad context', '# other\n{b} => c\n', 'line 4: there is no list “b” above.'],
  ])('is named: %s', (_, text, why) => {
    expect(() => materialIn(NEEDED + text, 'en-2.txt')).toThrow(new Complaint(`en-2.txt, ${why}`));
  });

  it.each(['offer', 'says'])('is missed: the list “%s”', (list) => {
    const text = NEEDED.split('\n').filter((line) => !line.startsWith(list));
    expect(() => materialIn(text.join('\n'), 'en.txt')).toThrow(
      new Complaint(`en.txt: there is no list “${list}”.`),
    );
  });
});

describe('a folder of files', () => {
  it('is read in the order of their names, other files aside', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-material-'));
    try {
      for (const name of ['fr.txt', 'de.txt', 'de-2.txt', 'notes.md']) {
        await writeFile(join(folder, name), `${NEEDED}# other\n${name}\n`);
      }
      const materials = await readMaterial(folder);
      expect(materials.map(({ language }) => language)).toEqual(['de', 'de', 'fr']);
      expect(materials.map(({ templates }) => templates[0]?.text)).toEqual([
        'de-2.txt',
        'de.txt',
        'fr.txt',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
