/** Puts an evaluation into docs/detection.md, between two marks. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { ROOT } from '../lib/paths.ts';
import type { Part } from './report.ts';

const PAGE = join(ROOT, 'docs', 'detection.md');
const BEGIN = '<!-- What follows is written by `npm run eval -- --write`. -->';
const END = '<!-- Here it ends. -->';

/** Replaces what stands between the marks. */
export async function writeReport(parts: readonly Part[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Complaint('docs/detection.md has lost the marks that the figures go between.');
  }
  const date = new Date().toISOString().slice(0, 10);
  const sections = parts.map(
    ({ title, lines }) => `### ${title}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`,
  );
  const report = `${BEGIN}\n\n\`npm run eval -- --write\`, ${date}\n\n${sections.join('\n')}\n${END}`;
  await writeFile(PAGE, `${before}${report}${after}`);
}
