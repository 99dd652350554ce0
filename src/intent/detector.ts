/** The detector as the Worker has it. What it knows is as large as all else, and loaded when first needed. */
import { loadOnce } from '../load-once.ts';
import { createDetect } from './detect.ts';
import { unpack } from './table.ts';
import type { Detect } from './verdict.ts';

let detector: Detect | undefined;

/** The detector, if this isolate has it by now. */
export function detectorIfReady(): Detect | undefined {
  return detector;
}

/** The detector. Only the first call in an isolate takes time, some twenty milliseconds. */
export const loadDetector = loadOnce(async (): Promise<Detect> => {
  const { packed } = await import('./weights.ts');
  detector = createDetect(unpack(packed));
  return detector;
});
