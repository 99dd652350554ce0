/**
 * What each provider's package makes of its behaviour, through real sockets: the ground that answers stand
 * on. Where a new version of one behaves in another way, this is the test that tells.
 */
import { describe, expect, it } from 'vitest';
import { remoteModel } from '../../src/assistant/models/create-model.ts';
import type { Remote } from '../../src/assistant/models/choice.ts';
import { promptFor } from '../../src/assistant/models/prompt-for.ts';
import { type SceneName, sceneMark } from '../models/script.ts';
import { callsAbout, PROVIDERS } from './providers.ts';
import { eventually } from './stage.ts';

/** What comes, in order: `words`, `thoughts`, `error 429`, `abort`, `thrown`, `end stop`. */
async function partsOf(choice: Remote, words: string, ms?: number): Promise<string> {
  const heard: string[] = [];
  const note = (what: string) => {
    if (heard.at(-1) !== what) heard.push(what);
  };
  const model = await remoteModel(choice, choice.answer);
  const signal = ms === undefined ? new AbortController().signal : AbortSignal.timeout(ms);
  try {
    const { stream } = await model.doStream({
      prompt: promptFor({ instructions: '', messages: [{ role: 'user', content: words }] }),
      abortSignal: signal,
    });
    for await (const part of stream) {
      if (part.type === 'text-delta') note('words');
      else if (part.type === 'reasoning-delta') note('thoughts');
      else if (part.type === 'error') note(['error', statusIn(part.error)].join(' ').trim());
      else if (part.type === 'finish') note(`end ${part.finishReason.unified}`);
    }
  } catch (error) {
    note(signal.aborted ? 'abort' : ['thrown', statusIn(error)].join(' ').trim());
  }
  return heard.join(', ');
}

function statusIn(error: unknown): string {
  const has = typeof error === 'object' && error !== null && 'statusCode' in error;
  return has && typeof error.statusCode === 'number' ? String(error.statusCode) : '';
}

/** One for all providers, or one for each. */
type Expected = string | readonly [openAi: string, native: string, chat: string];

const both = (openAi: string, workersAi: string): Expected => [openAi, workersAi, workersAi];

const ENDING: Partial<Record<SceneName, Expected>> = {
  happy: 'words, end stop',
  late: 'words, end stop',
  thinking: ['thoughts, words, end stop', 'words, end stop', 'thoughts, words, end stop'],
  length: ['words, end length', 'words, end stop', 'words, end length'],
  filtered: both('words, end content-filter', 'words, end stop'),
  empty: 'end stop',
  page: both('error, end error', 'end stop'),
  unfinished: both('words, error, end error', 'words, end error'),
  complaint: both('words, error, end error', 'words, end error'),
  garbled: both('words, error, words, end stop', 'words, end stop'),
  cut: both('words, thrown 200', 'words, thrown'),
  busy: 'thrown 429',
  failing: both('thrown 500', 'thrown'),
  'no entry': both('thrown 401', 'thrown 403'),
  'no model': both('thrown 404', 'thrown 400'),
  'bad request': 'thrown 400',
};

/** Silence is ended by a watchdog, and only by one. */
const SILENT: Partial<Record<SceneName, string>> = {
  stalled: 'words, abort',
  speechless: 'abort',
  mute: 'abort',
};

describe.each(Object.entries(PROVIDERS).map(([name, choice], at) => ({ name, choice, at })))(
  'behind $name',
  ({ name, choice, at }) => {
    it.each(Object.entries(ENDING))('a model that is %s says so', async (scene, expected) => {
      const parts = await partsOf(choice, `${name} (model: ${scene})`);
      expect(parts).toBe(typeof expected === 'string' ? expected : expected[at]);
    });

    it.each(Object.entries(SILENT))('a model that is %s is hung up on', async (scene, expected) => {
      const words = `${name}, in silence (model: ${scene})`;
      expect(await partsOf(choice, words, 100)).toBe(expected);
      const state = await eventually(async () => {
        const [call] = await callsAbout(words);
        return call?.state === 'open' ? undefined : call?.state;
      });
      expect(state).toBe('left');
    });

    it('a failure that is over by the second call is over', async () => {
      const words = `${name}, twice ${sceneMark('busy', 'once')}`;
      expect(await partsOf(choice, words)).toBe('thrown 429');
      expect(await partsOf(choice, words)).toBe('words, end stop');
      expect((await callsAbout(words)).map(({ attempt }) => attempt)).toEqual([1, 2]);
    });
  },
);
