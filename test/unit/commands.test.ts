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

describe('classify', () => {
  it('answers every line with a label and a score, in order', () => {
    const { status, stdout } = run(
      'classify',
      [],
      lines(
        { text: 'Can I talk to a person?' },
        { text: 'Do you ship to Canada?' },
        { text: 'ja bitte' },
      ),
    );
    const verdicts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(verdicts.map((verdict) => verdict.label)).toEqual(['ask_human', 'other', 'confirm']);
    for (const { score } of verdicts) expect(score >= 0 && score <= 1).toBe(true);
  });

  it.each([
    ['is not JSON', `${lines({ text: 'hi' })}nonsense\n`],
    ['has no text', lines({ text: 'hi' }, { words: 'hello' })],
    ['has a text that is none', lines({ text: 'hi' }, { text: 7 })],
  ])('names by its number a line that %s', (_, input) => {
    const { status, stderr } = run('classify', [], input);
    expect(status).toBe(1);
    expect(stderr).toMatch(/line 2/);
    expect(stderr.split('\n')).toHaveLength(1);
  });
});

describe('eval', () => {
  it('prints a table for labelled lines', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-eval-'));
    const file = join(folder, 'rows.jsonl');
    writeFileSync(file, lines({ text: 'human please', label: 'ask_human', lang: 'en' }));
    const { status, stdout } = run('eval', [file]);
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(stdout).toMatch(/ask_human\s+1\.000\s+1\.000\s+1\.000/);
  });

  it('says in one line what is missing', () => {
    expect(run('eval')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^usage: [^\n]+$/),
    });
    expect(run('eval', ['/nowhere.jsonl'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^eval: [^\n]+$/),
    });
  });
});

it('a task that does not exist is refused in one line', () => {
  expect(run('dance')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^Unknown task: dance[^\n]+$/),
  });
});
