/**
 * What did these messages mean? JSON lines in, JSON lines out:
 *     {"text": "…", "context"?: ["earlier turns"]}  →  {"label": "…", "score": 0…1, "evidence": "…"}
 */
import { once } from 'node:events';
import { loadDetector } from '../src/intent/detector.ts';
import { BadLine, readJsonLines } from './lib/json-lines.ts';
import { contextOf, textOf } from './lib/messages.ts';

try {
  const detect = await loadDetector();
  for await (const line of readJsonLines(process.stdin)) {
    const { label, score, evidence } = detect(textOf(line), contextOf(line));
    if (!process.stdout.write(`${JSON.stringify({ label, score, evidence })}\n`))
      await once(process.stdout, 'drain');
  }
} catch (error) {
  if (!(error instanceof BadLine)) throw error;
  process.stderr.write(`classify: ${error.message}\n`);
  process.exitCode = 1;
}
