/** The models of the load programs that want one: they say 200 words, whatever they are asked. */
import type { DriveName } from '../driver/drives.ts';
import { SPOKEN, STUB } from '../spoken.ts';
import { type Scene, SCENES, type Step } from '../../../test/models/script.ts';
import { startModelServer } from '../../../test/models/server.ts';
import type { How } from '../scenario.ts';

/** From one word to the next: all take two seconds. */
const WORD_MS = 10;

/** What servers have to be told of a model, which is gone once this is closed. */
interface Model extends AsyncDisposable {
  how: How;
}

export const MODELS: Readonly<Partial<Record<DriveName, () => Promise<Model>>>> = {
  turn: stub,
  'slow-turn': speaker,
};

/** Inside of the runtime, as fast as it is listened to. */
function stub(): Promise<Model> {
  const vars = {
    MODEL_PROVIDER: 'workers-ai',
    ANSWER_MODEL: STUB,
    SMALL_MODEL: `${STUB}-small`,
    EMBEDDING_MODEL: `${STUB}-embedding`,
  };
  return Promise.resolve({
    how: { vars, hasStubModel: true },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

/** Over HTTP, as fast as models speak. */
async function speaker(): Promise<Model> {
  const server = await startModelServer(({ stream }) => (stream ? SPEECH : SCENES.happy));
  const vars = {
    MODEL_PROVIDER: 'openai-compatible',
    MODEL_URL: `${server.url}/v1`,
    ANSWER_MODEL: 'bench',
    SMALL_MODEL: 'bench-small',
  };
  return {
    how: { vars, model: `${server.url}/v1/chat/completions` },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const SPEECH: Scene = {
  type: 'speech',
  steps: SPOKEN.flatMap((text): Step[] => [
    { type: 'wait', ms: WORD_MS },
    { type: 'say', text },
  ]),
  ending: 'complete',
};
