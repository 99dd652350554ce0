/** The detector as the Worker has it. What it knows is as large as all else, and loaded when first needed. */
import { createDetect } from './detect.ts';
import { unpack } from './table.ts';
import type { Detect } from './verdict.ts';

let detector: Detect | undefined;
let loading: Promise<Detect> | undefined;

/** The detector, if this isolate has it by now. */
export function detectorIfReady(): Detect | undefined {
  return detector;
}

/** The detector. Only the first call in an isolate takes time, some twenty milliseconds. */
export function loadDetector(): Promise<Detect> {
  loading ??= import('./weights.ts').then(({ packed }) => {
    detector = createDetect(unpack(packed));
    return detector;
  });
  return loading;
}
