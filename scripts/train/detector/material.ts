/** The sentences that the detector learns from: scripts/train/intent, a file per language. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../../lib/complaint.ts';
import { ROOT } from '../../lib/paths.ts';
import { BadTemplate, type Lists, type Node, readTemplate } from './grammar.ts';

const FOLDER = join(ROOT, 'scripts', 'train', 'intent');

/** `near` is `other` in words that a label's sentences are made of. */
export const SECTIONS = ['ask_human', 'frustrated', 'confirm', 'decline', 'near', 'other'] as const;
export type Section = (typeof SECTIONS)[number];

/** A line of a section. */
export interface Template {
  section: Section;
  /** The line, which also seeds what is made of it. */
  text: string;
  /** The assistant's line that it answers, if it depends on one. */
  context: Node | null;
  sentence: Node;
  line: number;
}

/** A language's file, read. */
export interface Material {
  language: string;
  templates: readonly Template[];
  /** Assistants' lines that ask for a yes or a no, and lines that do not. */
  offer: Node;
  says: Node;
  /** Lists that nothing uses. */
  unused: readonly string[];
}

/** All languages, in an order that does not depend on the file system. */
export async function readMaterial(folder = FOLDER): Promise<Material[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return files.map((text, at) => materialIn(text, names[at] ?? ''));
}

/** Reads a file's text. Throws a `Complaint` that names the line. */
export function materialIn(text: string, name: string): Material {
  const lists = new Map<string, Node>();
  const used = new Set<string>(['offer', 'says']);
  const templates: Template[] = [];
  let section: Section | null = null;

  for (const { line, number } of logicalLines(text)) {
    const fail = (why: string): never => {
      throw new Complaint(`${name}, line ${number}: ${why}.`);
    };
    const read = (template: string, known: Lists): Node => {
      try {
        return readTemplate(template, known, used);
      } catch (error) {
        if (error instanceof BadTemplate) return fail(error.message);
        throw error;
      }
    };
    const heading = /^# *(\S+)$/.exec(line)?.[1];
    const list = /^([a-z][a-z0-9_]*) = (.+)$/.exec(line);
    if (heading !== undefined) {
      section =
        SECTIONS.find((known) => known === heading) ?? fail(`there is no section “${heading}”`);
    } else if (list) {
      const [, key = '', options = ''] = list;
      if (lists.has(key)) fail(`the list “${key}” is there already`);
      lists.set(key, read(options, lists));
    } else if (line.startsWith('#')) fail('a heading is one word, such as “# other”');
    else if (section === null) fail('a section, such as “# other”, was expected');
    else {
      const [first = '', second, ...more] = line.split(' => ');
      if (more.length > 0) fail('“ => ” may come once');
      templates.push({
        section,
        text: line,
        context: second === undefined ? null : read(first, lists),
        sentence: read(second ?? first, lists),
        line: number,
      });
    }
  }
  const needed = (key: string): Node => {
    const node = lists.get(key);
    if (node === undefined) throw new Complaint(`${name}: there is no list “${key}”.`);
    return node;
  };
  return {
    language: name.replace(/(?:-\d+)?\.txt$/, ''),
    templates,
    offer: needed('offer'),
    says: needed('says'),
    unused: [...lists.keys()].filter((key) => !used.has(key)),
  };
}

/** Lines without comments and blank ones; an indented line goes on with the one before. */
function* logicalLines(text: string): Generator<{ line: string; number: number }> {
  let pending: { line: string; number: number } | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    if (pending && /^\s/.test(raw) && !pending.line.startsWith('#')) pending.line += ` ${line}`;
    else {
      if (pending) yield pending;
      pending = { line, number: at + 1 };
    }
  }
  if (pending) yield pending;
}
