/** A model's stream, reduced to what an answer is made of. */
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { Source } from '../../protocol/entry.ts';
import { saysUnanswered } from '../embedded/answered.ts';
import { safeUrl } from '../safe-url.ts';
import { unlessAborted } from '../../unless-aborted.ts';
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

type Part = LanguageModelV4StreamPart;

/** Asks a provider: its stream, as soon as that begins. Rejects where the provider refused. */
type Call = () => PromiseLike<{ stream: ReadableStream<Part> }>;

/** What the model says once it is called, ending with one `end` or `trouble` unless nobody wants to know any more. */
export async function* hear(
  call: Call,
  watchdog: Watchdog,
): AsyncGenerator<Heard, void, undefined> {
  try {
    yield* heardIn(call, watchdog);
  } finally {
    watchdog.end();
  }
}

async function* heardIn(call: Call, watchdog: Watchdog): AsyncGenerator<Heard, void, undefined> {
  const sources: Source[] = [];
  let chars = 0;
  let hasBegun = false;
  try {
    const { stream } = await unlessAborted(watchdog.signal, call());
    hasBegun = true;
    for await (const part of until(watchdog.signal, stream)) {
      switch (part.type) {
        case 'text-delta': {
          const delta = startOf(part.delta, MAX_ANSWER_CHARS - chars);
          chars += delta.length;
          watchdog.heard();
          if (delta !== '') yield { type: 'text', delta };
          if (delta.length === part.delta.length) break;
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
        case 'finish':
          if (part.finishReason.unified === 'length' && chars > 0) {
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
    // What breaks off in the middle tells no more than that.
    if (!watchdog.signal.aborted) {
      const trouble = troubleOf(error);
      yield { type: 'trouble', ...trouble, ...(hasBegun && { reason: 'cut_off' }) };
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

/** As much of a text as fits into `max` UTF-16 units, without half a character at its end. */
function startOf(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

function endOf(part: Part & { type: 'finish' }, hasText: boolean, sources: Source[]): Heard {
  const { finishReason, providerMetadata } = part;
  const { unified, raw } = finishReason;
  const detail = `The model stopped: ${raw ?? unified}.`;
  if (unified === 'error') {
    return { type: 'trouble', reason: hasText ? 'cut_off' : 'broken', detail };
  }
  // Some formats tell the first word only in their own.
  const isFiltered = unified === 'content-filter' || raw === 'content_filter';
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
