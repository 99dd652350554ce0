/** Reads files of templates and shows what they make, for whoever writes them. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Complaint } from '../../lib/complaint.ts';
import { sentenceOf } from './grammar.ts';
import { materialIn, SECTIONS } from './material.ts';

/** So many sentences of each section are shown. */
const SHOWN = 12;

/** Prints counts and samples. Throws a `Complaint` that names the first line that cannot be read. */
export async function checkMaterial(files: readonly string[]): Promise<void> {
  if (files.length === 0) throw new Complaint('Which files? npm run train -- --check FILE…', 2);
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new Complaint(`train: cannot read ${file}`);
    });
    const { templates, unused } = materialIn(text, basename(file));
    console.log(file);
    if (unused.length > 0) console.log(`  lists that nothing uses: ${unused.join(', ')}`);
    for (const section of SECTIONS) {
      const own = templates.filter((one) => one.section === section);
      console.log(`\n  # ${section}: ${own.length} lines`);
      for (let shown = 0; shown < Math.min(SHOWN, own.length); shown += 1) {
        const one = own[Math.floor(Math.random() * own.length)];
        if (!one) continue;
        const context = one.context ? `${sentenceOf(one.context, Math.random)} => ` : '';
        console.log(`    ${context}${sentenceOf(one.sentence, Math.random)}`);
      }
    }
  }
}
