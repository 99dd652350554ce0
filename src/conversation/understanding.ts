/**
 * What it takes to understand a visitor and to speak to them: the detector, the languages, and the fixed
 * sentences. Together as large as all else, and loaded when the first of an isolate's visitors comes.
 */
import { loadDetector } from '../intent/detector.ts';
import type { Detect } from '../intent/verdict.ts';
import type { Tongue } from '../language/codes.ts';
import { loadSpeech } from '../language/speech.ts';
import { loadOnce } from '../load-once.ts';

export interface Understanding {
  detect: Detect;
  /** The language of a text; null unless that is certain. */
  writtenIn: (text: string) => Tongue | null;
}

let understanding: Understanding | undefined;

/** All of it, if this isolate has it by now. */
export function understandingIfReady(): Understanding | undefined {
  return understanding;
}

/** All of it. Only the first call in an isolate takes time, some twenty milliseconds. */
export const loadUnderstanding = loadOnce(async (): Promise<Understanding> => {
  const [detect, { writtenIn }] = await Promise.all([
    loadDetector(),
    import('../language/written-in.ts'),
    loadSpeech(),
  ]);
  understanding = { detect, writtenIn };
  return understanding;
});
