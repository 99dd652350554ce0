/** A model's stream, reduced to what an answer is made of. */
import type { TextStreamPart, ToolSet } from 'ai';
import type { Source } from '../../protocol/entry.ts';
import { saysUnanswered } from '../embedded/answered.ts';
import { safeUrl } from '../safe-url.ts';
import { type ModelTrouble, troubleOf } from './trouble.ts';
import type { Watchdog } from './watchdog.ts';

export type Heard =
  | { type: 'text'; delta: string }
  /** It is done. `knows`: it did not say that it does not know; `sources`: those it named itself. */
  | { type: 'end'; knows: boolean; sources: Source[] }
  | ({ type: 'trouble' } & ModelTrouble);

/** Whatever a model was told about length, it is listened to no further. In UTF-16 units. */
export const MAX_ANSWER_CHARS = 6_000;

/** What stands for the rest of an answer that was too long. */
const AND_SO_ON = '…';

type Part = TextStreamPart<ToolSet>;

/** What `stream` says, ending with one `end` or `trouble` unless nobody wants to know any more. */
export async function* hear(
  stream: ReadableStream<Part>,
  watchdog: Watchdog,
): AsyncGenerator<Heard, void, undefined> {
  try {
    yield* heardIn(stream, watchdog);
  } finally {
    watchdog.end();
  }
}

async function* heardIn(
  stream: ReadableStream<Part>,
  watchdog: Watchdog,
): AsyncGenerator<Heard, void, undefined> {
  const sources: Source[] = [];
  let chars = 0;
  try {
    for await (const part of until(watchdog.signal, stream)) {
      switch (part.type) {
        case 'text-delta': {
          const delta = part.text.slice(0, MAX_ANSWER_CHARS - chars);
          chars += delta.length;
          watchdog.heard();
          if (delta !== '') yield { type: 'text', delta };
          if (delta.length === part.text.length) break;
          yield { type: 'text', delta: AND_SO_ON };
          yield { type: 'end', knows: true, sources };
          return;
        }
        case 'reasoning-delta':
          watchdog.heard();
          break;
        case 'source':
          addSource(sources, part);
          break;
        case 'error':
          yield { type: 'trouble', ...troubleOf(part.error) };
          return;
        case 'finish-step':
          if (part.finishReason === 'length' && chars > 0) {
            yield { type: 'text', delta: AND_SO_ON };
          }
          yield endOf(part, chars > 0, sources);
          return;
        default:
          // Files and tool calls are no part of an answer; neither is being stopped.
          break;
      }
    }
  } catch (error) {
    // What breaks off in the middle is thrown; whatever fails before that is a part of the stream.
    if (!watchdog.signal.aborted) {
      yield { type: 'trouble', reason: 'cut_off', detail: troubleOf(error).detail };
      return;
    }
  }
  const { reason, signal } = watchdog;
  if (reason !== null) {
    const detail = reason === 'stalled' ? 'The model fell silent.' : 'The model took too long.';
    yield { type: 'trouble', reason, detail };
  } else if (!signal.aborted) {
    yield { type: 'trouble', reason: 'cut_off', detail: 'The model ended without finishing.' };
  }
}

function endOf(part: Part & { type: 'finish-step' }, hasText: boolean, sources: Source[]): Heard {
  const { finishReason, rawFinishReason, providerMetadata } = part;
  const detail = `The model stopped: ${rawFinishReason ?? finishReason}.`;
  if (finishReason === 'error') {
    return { type: 'trouble', reason: hasText ? 'cut_off' : 'broken', detail };
  }
  // Some formats tell the first word only in their own.
  const isFiltered = finishReason === 'content-filter' || rawFinishReason === 'content_filter';
  if (isFiltered) return { type: 'trouble', reason: 'refused', detail };
  return { type: 'end', knows: !saysUnanswered(providerMetadata), sources };
}

/** Reads a stream; ends, and has its source stop, as soon as `signal` fires, even in mid-wait. */
async function* until<T>(signal: AbortSignal, stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  // A source that fails on being stopped has still stopped.
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function addSource(sources: Source[], part: Part & { type: 'source' }): void {
  const url = part.sourceType === 'url' ? safeUrl(part.url) : null;
  const title = part.title ?? url;
  if (title !== null) nameSource(sources, title, url);
}

/** Adds a source unless it is named already. */
export function nameSource(sources: Source[], title: string, url: string | null): void {
  if (sources.some((source) => source.title === title && (source.url ?? null) === url)) return;
  sources.push({ title, ...(url === null ? {} : { url }) });
}
