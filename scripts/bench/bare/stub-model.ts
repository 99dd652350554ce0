/**
 * A model inside of the runtime: stands for the Workers AI binding, says its words as fast as they are read,
 * and costs little more than its stream does.
 */
import { SPOKEN, STUB } from '../spoken.ts';

/** As many as the model has that is configured by default. */
const DIMENSIONS = 1_024;

interface Inputs {
  stream?: boolean;
  text?: readonly string[];
}

const encoder = new TextEncoder();
const event = (data: string): Uint8Array => encoder.encode(`data: ${data}\n\n`);

const SPEECH = [...SPOKEN.map((response) => event(JSON.stringify({ response }))), event('[DONE]')];
const LITTLE = [event(JSON.stringify({ response: 'none' })), event('[DONE]')];

/** What takes the binding's place: it has what of it is used. */
export const stubModel: Ai = bindingOf({
  async run(model: string, { stream = false, text }: Inputs): Promise<unknown> {
    if (text) return { data: text.map(vectorOf) };
    if (!stream) return { response: 'none' };
    return streamOf(model === STUB ? SPEECH : LITTLE);
  },
});

function bindingOf(made: object): Ai {
  if (!isBinding(made)) throw new Error('a binding runs models');
  return made;
}

function isBinding(made: object): made is Ai {
  return 'run' in made;
}

/** One event at a time. */
function streamOf(events: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const next = events[at];
      at += 1;
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

/** Other texts, other directions. */
function vectorOf(text: string): number[] {
  return Array.from({ length: DIMENSIONS }, (_, at) => Math.sin((at + 1) * (text.length + 1)));
}
