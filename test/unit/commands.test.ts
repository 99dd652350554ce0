import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs a command the way npm does, with something on its stdin. */
function run(task: string, args: readonly string[] = [], input = '') {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/run.mjs', task, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.trim() };
}

const lines = (...rows: readonly unknown[]) =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Runs a command on a file of its own, whose name takes the place of `FILE`. */
function runOnFile(task: string, args: readonly string[], text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-command-'));
  const file = join(folder, 'en.txt');
  try {
    writeFileSync(file, text);
    return run(
      task,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Verdict {
  label: string;
  score: number;
  evidence: string;
}

/** What `classify` makes of these lines. */
function classified(...rows: readonly unknown[]): Verdict[] {
  const { status, stdout } = run('classify', [], lines(...rows));
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line): Verdict => JSON.parse(line));
}

describe('classify', () => {
  it('answers every line with a label, a score and the words that decided it, in order', () => {
    const texts = ['Hello! Can I talk to a person?', 'Do you ship to Canada?', 'ja bitte'];
    const verdicts = classified(...texts.map((text) => ({ text })));
    expect(verdicts.map(({ label }) => label)).toEqual(['ask_human', 'other', 'confirm']);
    for (const [at, verdict] of verdicts.entries()) {
      expect(Object.keys(verdict)).toEqual(['label', 'score', 'evidence']);
      expect(verdict.score >= 0 && verdict.score <= 1).toBe(true);
      expect(texts[at]).toContain(verdict.evidence);
      expect(verdict.evidence === '').toBe(verdict.label === 'other');
    }
  });

  it('passes over empty lines and a byte order mark', () => {
    const row = lines({ text: 'Hello! Can I talk to a person?' });
    const { status, stdout } = run('classify', [], `\ufeff${row}\n  \n${row}\n`);
    expect(status).toBe(0);
    expect(stdout.match(/"ask_human"/g)).toHaveLength(2);
  });

  it('goes by the earlier turns, which are strings or objects', () => {
    const text = 'Where is my parcel?';
    const reply = 'You can follow your parcel with the tracking link.';
    const turns = [text, reply, 'it says nothing', reply];
    const roles = ['user', 'assistant', 'user', 'assistant'];
    const [alone, ...others] = classified(
      { text },
      { text, context: turns },
      { text, context: turns.map((one) => ({ text: one })) },
      { text, context: turns.map((one, at) => ({ role: roles[at], text: one })) },
      { text, context: turns.map((one) => ({ role: 'user', text: one })) },
    );
    const monologue = others.pop();
    expect(alone).toMatchObject({ label: 'other', evidence: '' });
    expect(others).toHaveLength(3);
    for (const one of others) expect(one).toMatchObject({ label: 'frustrated', evidence: text });
    expect(monologue).toEqual(alone);
  });

  it.each([
    ['is not JSON', `${lines({ text: 'hi' })}nonsense\n`],
    ['has no text', lines({ text: 'hi' }, { words: 'hello' })],
    ['has a text that is none', lines({ text: 'hi' }, { text: 7 })],
    ['has a context that is no list', lines({ text: 'hi' }, { text: 'hi', context: 'hello' })],
    ['has a turn that is none', lines({ text: 'hi' }, { text: 'hi', context: ['hello', 7] })],
  ])('names by its number a line that %s', (_, input) => {
    const { status, stdout, stderr } = run('classify', [], input);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^classify: line 2: [^\n]+$/);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});

describe('eval', () => {
  it('prints a table for labelled lines', () => {
    const { status, stdout } = runOnFile(
      'eval',
      ['FILE'],
      lines({ text: 'human please', label: 'ask_human', lang: 'en' }),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\* +ask_human +1\.000 +1\.000 +1\.000 +1$/m);
    expect(stdout).toMatch(/^en +ask_human +1\.000 +1\.000 +1\.000 +1$/m);
  });

  it.each([
    ['is not JSON', 'nonsense\n'],
    ['has no text', lines({ label: 'other' })],
    ['has no label', lines({ text: 'hi' })],
    ['has a label that there is not', lines({ text: 'hi', label: 'human' })],
    ['has a context that is no list', lines({ text: 'hi', label: 'other', context: 'hello' })],
  ])('names by its number a line that %s', (_, line) => {
    expect(runOnFile('eval', ['FILE'], lines({ text: 'hi', label: 'other' }) + line)).toMatchObject(
      {
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(/^eval: line 2: [^\n]+$/),
      },
    );
  });

  it('says in one line how it is used, or what it cannot read', () => {
    for (const args of [['--wrong'], ['one.jsonl', 'two.jsonl'], ['--write', 'one.jsonl']]) {
      expect(run('eval', args)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^usage: [^\n]+$/),
      });
    }
    expect(run('eval', ['/nowhere.jsonl'])).toMatchObject({
      status: 1,
      stderr: 'eval: cannot read /nowhere.jsonl',
    });
  });
});

describe('train --check', () => {
  const needed = 'offer = Shall I?\nsays = Hello.\n';

  it('shows how many lines each section has, and some of what they make', () => {
    const { status, stdout, stderr } = runOnFile(
      'train',
      ['--check', 'FILE'],
      `${needed}spare = x\n# ask_human\nget me a (human)\na person\n# confirm\n{offer} => yes\n`,
    );
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('lists that nothing uses: spare\n');
    expect(stdout).toContain('# ask_human: 2 lines\n');
    expect(stdout).toMatch(/^ +(get me a human|a person)$/m);
    expect(stdout).toMatch(/^ +Shall I\? => yes$/m);
    expect(stdout).toContain('# other: 0 lines\n');
  });

  it('names the line that it cannot read', () => {
    const text = `${needed}# other\nhello\n(a | b\n`;
    expect(runOnFile('train', ['--check', 'FILE'], text)).toMatchObject({
      status: 1,
      stderr: 'en.txt, line 5: a bracket is not closed.',
    });
  });

  it('says in one line what is missing or wrong', () => {
    expect(run('train', ['--check'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Which files\? [^\n]+$/),
    });
    expect(run('train', ['--check', '/nowhere.txt'])).toMatchObject({
      status: 1,
      stderr: 'train: cannot read /nowhere.txt',
    });
    expect(run('train', ['--cheque'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Unknown argument: --cheque\.[^\n]+$/),
    });
  });
});

it('a task that does not exist is refused in one line', () => {
  expect(run('dance')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^Unknown task: dance[^\n]+$/),
  });
});
