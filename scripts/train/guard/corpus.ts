/** The sentences that the promise guard learns from: scripts/train/promises, a file per language and author. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../../lib/complaint.ts';
import { ROOT } from '../../lib/paths.ts';

const FOLDER = join(ROOT, 'scripts', 'train', 'promises');

export interface Sentence {
  language: string;
  isPromise: boolean;
  text: string;
}

/** All of them, in an order that does not depend on the file system. */
export async function readCorpus(folder = FOLDER): Promise<Sentence[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return files.flatMap((text, at) => sentencesIn(text, names[at] ?? ''));
}

/** Sections begin with `# promises` or `# innocent`; every other line that is not empty is a sentence. */
export function sentencesIn(text: string, name: string): Sentence[] {
  const language = name.replace(/(?:-\d+)?\.txt$/, '');
  let section: 'promises' | 'innocent' | null = null;
  return text.split('\n').flatMap((line, at): Sentence[] => {
    const words = line.trim();
    if (words === '') return [];
    if (words === '# promises' || words === '# innocent') {
      section = words === '# promises' ? 'promises' : 'innocent';
      return [];
    }
    if (section === null || words.startsWith('#')) {
      throw new Complaint(`${name}, line ${at + 1}: “# promises” or “# innocent” was expected.`);
    }
    return [{ language, isPromise: section === 'promises', text: words }];
  });
}
