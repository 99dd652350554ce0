/** How good is the detector? Precision, recall and F1 over a file of labelled JSON lines. */
import { detect, warmUp } from '../src/intent/detect.ts';
import { contextOf } from '../src/intent/offer.ts';
import { BadLine, earlierOf, readJsonLinesFile, textOf } from './json-lines.ts';
import type { JsonLine } from './json-lines.ts';
import { emptyTally, formatTally, isLabel, record } from './tally.ts';
import type { Label } from './tally.ts';

function labelOf({ number, value }: JsonLine): Label {
  const { label } = value;
  if (!isLabel(label)) throw new BadLine(`line ${number}: "label" is missing or unknown`);
  return label;
}

async function evaluate(path: string): Promise<string> {
  const tally = emptyTally();
  warmUp();
  for await (const line of readJsonLinesFile(path)) {
    const text = textOf(line);
    const context = contextOf(earlierOf(line));
    const expected = labelOf(line);
    const begun = performance.now();
    const { label } = detect(text, context);
    const micros = (performance.now() - begun) * 1000;
    const { lang } = line.value;
    record(tally, { expected, label, language: typeof lang === 'string' ? lang : '?', micros });
  }
  return formatTally(tally);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('usage: npm run eval -- FILE.jsonl\n');
  process.exitCode = 2;
} else {
  try {
    process.stdout.write(await evaluate(path));
  } catch (error) {
    if (!(error instanceof BadLine) && !isSystemError(error)) throw error;
    process.stderr.write(
      `eval: ${error instanceof BadLine ? error.message : `cannot read ${path}`}\n`,
    );
    process.exitCode = 1;
  }
}
