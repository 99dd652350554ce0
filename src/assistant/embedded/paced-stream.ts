/** Parts that are all there already, handed out at a reader's pace. */
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { pause } from '../pause.ts';

/**
 * A stream of `parts`. The first text comes at once, each later one `delayMs` after the one before;
 * everything else without a delay. When `signal` fires, also in the middle of a delay, the stream
 * fails with its reason; cancelling it ends the delay.
 */
export function pacedStream(
  parts: readonly LanguageModelV4StreamPart[],
  delayMs: number,
  signal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  const stopped = new AbortController();
  const either = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
  let at = 0;
  let started = false;
  return new ReadableStream<LanguageModelV4StreamPart>({
    async pull(controller) {
      const part = parts[at];
      if (part?.type === 'text-delta') {
        if (started && delayMs > 0) await pause(delayMs, either);
        started = true;
      }
      if (stopped.signal.aborted) return;
      if (signal?.aborted) controller.error(signal.reason);
      else if (part === undefined) controller.close();
      else controller.enqueue(part);
      at += 1;
    },
    cancel() {
      stopped.abort();
    },
  });
}
