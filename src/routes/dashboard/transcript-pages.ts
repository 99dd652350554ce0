/** A long log, read page by page: the platform carries no more than 32 MB from an object at once. */
import type { Conversation } from '../../conversation/conversation.ts';
import { logEvent } from '../../log.ts';
import type { Entry } from '../../protocol/entry.ts';

type Read = Pick<DurableObjectStub<Conversation>, 'transcript'>;

/**
 * The log up to the entry that was the last one when `first` was read, oldest first. Throws where it cannot
 * go on: what was read until then is not the whole.
 *
 * @param first the log's first page
 */
export async function* pagesOf(
  object: Read,
  conversation: string,
  first: { entries: readonly Entry[]; last: number },
): AsyncGenerator<readonly Entry[]> {
  const { last } = first;
  let { entries } = first;
  for (;;) {
    yield entries.filter(({ seq }) => seq <= last);
    const end = entries.at(-1)?.seq ?? 0;
    if (end >= last) return;
    const read = await object.transcript({ after: end });
    if (!read || read.entries.length === 0) {
      logEvent('transcript.broken_off', { conversation, at: end, last });
      throw new Error('The conversation went away while it was read.');
    }
    entries = read.entries;
  }
}

/** Text as the body of an answer, made no faster than it is read. What fails in it breaks the answer off. */
export function bodyOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
