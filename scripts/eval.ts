/**
 * How good is the detector? `npm run eval -- FILE.jsonl` tells by labelled JSON lines, `npm run eval` by the
 * messages in scripts/eval/held-out; `--write` puts that into docs/detection.md.
 */
import { createReadStream } from 'node:fs';
import { loadDetector } from '../src/intent/detector.ts';
import { evaluate, type Row } from './eval/evaluate.ts';
import { readHeldOut } from './eval/held-out.ts';
import { judgeDialogues, readDialogues } from './eval/patience.ts';
import { type Part, reportOf } from './eval/report.ts';
import { isLabel } from './eval/tally.ts';
import { tonguesIn } from './eval/tongues.ts';
import { writeReport } from './eval/write-report.ts';
import { Complaint, main } from './lib/complaint.ts';
import { BadLine, readJsonLines } from './lib/json-lines.ts';
import { contextOf, textOf } from './lib/messages.ts';

const USAGE = 'usage: npm run eval [-- FILE.jsonl | -- --write]';

await main(async () => {
  const [argument, ...more] = process.argv.slice(2);
  if (more.length > 0 || (argument?.startsWith('-') && argument !== '--write')) {
    throw new Complaint(USAGE, 2);
  }
  const detect = await loadDetector();
  const isFile = argument !== undefined && argument !== '--write';
  const rows = isFile ? await rowsIn(argument) : await heldOutRows();
  const parts = reportOf(evaluate(rows, detect));
  if (!isFile) parts.push(...judgeDialogues(await readDialogues(), detect), tonguesIn(rows));
  process.stdout.write(textOfParts(parts));
  if (argument === '--write') await writeReport(parts);
});

async function rowsIn(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const line of readJsonLines(createReadStream(path))) {
      const { label, lang, source } = line.value;
      if (!isLabel(label)) throw new BadLine(`line ${line.number}: "label" is missing or unknown`);
      rows.push({
        text: textOf(line),
        context: contextOf(line),
        expected: label,
        language: typeof lang === 'string' ? lang : '?',
        source: typeof source === 'string' ? source : '?',
      });
    }
  } catch (error) {
    if (error instanceof BadLine) throw new Complaint(`eval: ${error.message}`);
    if (error instanceof Error && 'code' in error) throw new Complaint(`eval: cannot read ${path}`);
    throw error;
  }
  return rows;
}

async function heldOutRows(): Promise<Row[]> {
  return (await readHeldOut()).map(({ text, context, expected, language, source }) => ({
    text,
    context: { turns: context.map((line) => ({ role: 'assistant', text: line })) },
    expected,
    language,
    source,
  }));
}

function textOfParts(parts: readonly Part[]): string {
  return parts.map(({ title, lines }) => `${title}\n\n${lines.join('\n')}\n`).join('\n');
}
