/**
 * What did these messages mean? JSON lines in, JSON lines out:
 *     {"text": "…", "context"?: ["earlier turns"]}  →  {"label": "…", "score": 0…1}
 */
import { once } from 'node:events';
import { detect } from '../src/intent/detect.ts';
import { contextOf } from '../src/intent/offer.ts';
import { BadLine, earlierOf, readJsonLines, textOf } from './json-lines.ts';

try {
  for await (const line of readJsonLines(process.stdin)) {
    const { label, score } = detect(textOf(line), contextOf(earlierOf(line)));
    if (!process.stdout.write(`${JSON.stringify({ label, score })}\n`))
      await once(process.stdout, 'drain');
  }
} catch (error) {
  if (!(error instanceof BadLine)) throw error;
  process.stderr.write(`classify: ${error.message}\n`);
  process.exitCode = 1;
}
