/**
 * Messages that nothing was learned from, written by people who knew neither the detector nor what it
 * learns from: scripts/eval/held-out, a folder per source and a file per language.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '../../src/protocol/entry.ts';
import { Complaint } from '../lib/complaint.ts';
import { ROOT } from '../lib/paths.ts';

const FOLDER = join(ROOT, 'scripts', 'eval', 'held-out');

/** A message and what it means. */
export interface Labelled {
  text: string;
  /** Earlier turns, oldest first. */
  context: readonly string[];
  expected: Label;
  language: string;
  source: string;
}

const LABELS: Readonly<Record<string, Label>> = {
  ask_human: 'ask_human',
  frustrated: 'frustrated',
  confirm: 'confirm',
  decline: 'decline',
  near: 'other',
  other: 'other',
};

/** All of them, in an order that does not depend on the file system. */
export async function readHeldOut(folder = FOLDER): Promise<Labelled[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sources = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const rows: Labelled[] = [];
  for (const source of sources.sort()) {
    for (const name of (await readdir(join(folder, source))).sort()) {
      rows.push(...labelledIn(await readFile(join(folder, source, name), 'utf8'), source, name));
    }
  }
  return rows;
}

/** Sections begin with `# label`; a line is a message, or `the assistant’s line => the message`. */
export function labelledIn(text: string, source: string, name: string): Labelled[] {
  const language = name.replace(/\.txt$/, '');
  let expected: Label | undefined;
  return text.split('\n').flatMap((raw, at): Labelled[] => {
    const line = raw.trim();
    if (line === '') return [];
    const heading = /^# *(\S+)$/.exec(line)?.[1];
    if (heading !== undefined) expected = LABELS[heading];
    if (expected === undefined) {
      throw new Complaint(
        `${source}/${name}, line ${at + 1}: “# other” or another label was expected.`,
      );
    }
    if (heading !== undefined) return [];
    const [first = '', ...rest] = line.split(' => ');
    const isReply = rest.length > 0;
    const message = isReply ? rest.join(' => ') : first;
    return [{ text: message, context: isReply ? [first] : [], expected, language, source }];
  });
}
