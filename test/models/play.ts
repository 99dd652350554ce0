/** Plays a scene to one caller, in the voice of a provider. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Call, instant } from './calls.ts';
import { PROVIDER_WORDS, type Ending, type Scene, type Step } from './script.ts';
import type { Page, SaidEnding, Voice } from './voice.ts';

/** Resolves when the scene is over or the caller has left. */
export async function play(
  scene: Scene,
  call: Call,
  voice: Voice,
  response: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  switch (scene.type) {
    case 'mute':
      return;
    case 'page':
      return show(response, {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: `<!doctype html><title>${PROVIDER_WORDS}</title><p>Please sign in</p>`,
      });
    case 'refusal':
      return show(response, voice.refusal(scene.reason, call.authorization));
    case 'json':
    case 'speech':
      try {
        await perform(scene, { call, voice, response, signal: left.signal });
      } catch (error) {
        if (!left.signal.aborted) throw error;
      }
  }
}

async function perform(
  scene: Extract<Scene, { type: 'json' | 'speech' }>,
  stage: Stage,
): Promise<void> {
  if (scene.type === 'json') {
    await pause(scene.afterMs, undefined, { signal: stage.signal });
    return show(stage.response, stage.voice.json(scene.value));
  }
  const { steps, ending } = scene;
  return stage.call.stream ? speak(steps, ending, stage) : write(steps, ending, stage);
}

interface Stage {
  call: Call;
  voice: Voice;
  response: ServerResponse;
  signal: AbortSignal;
}

async function speak(steps: readonly Step[], ending: Ending, stage: Stage): Promise<void> {
  const { call, voice, response, signal } = stage;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  // Headers go out at once, also where no word ever follows.
  response.flushHeaders();
  for (const data of voice.opening()) response.write(event(data));
  for (const step of steps) {
    if (signal.aborted) return;
    if (step.type === 'wait') {
      await pause(step.ms, undefined, { signal });
      continue;
    }
    const room = response.write(event(dataOf(step, voice)));
    if (step.type === 'say') call.firstWordAt ??= instant();
    if (!room) await once(response, 'drain', { signal });
  }
  end(ending, stage);
}

function end(ending: Ending, { call, voice, response }: Stage): void {
  switch (ending) {
    case 'hang':
      return;
    case 'cut':
      // Not before all of the words are on their way.
      response.write(':\n\n', () => breakOff(call, response));
      return;
    case 'unfinished':
      response.end();
      return;
    default:
      response.end(voice.closing(ending).map(event).join(''));
  }
}

/** The same scene for who wants it in one piece. */
async function write(steps: readonly Step[], ending: Ending, stage: Stage): Promise<void> {
  const { call, voice, response, signal } = stage;
  let text = '';
  for (const step of steps) {
    if (step.type === 'wait') await pause(step.ms, undefined, { signal });
    else if (step.type === 'say') text += step.text;
  }
  if (ending === 'hang') return;
  const page = voice.whole(text, saidEnding(ending));
  if (ending === 'complete' || ending === 'length' || ending === 'filtered') {
    return show(response, page);
  }
  // Half of the page, and then no more.
  response.writeHead(page.status, page.headers);
  response.write(page.body.slice(0, page.body.length / 2), () => breakOff(call, response));
}

function saidEnding(ending: Ending): SaidEnding {
  return ending === 'length' || ending === 'filtered' ? ending : 'complete';
}

function dataOf(step: Exclude<Step, { type: 'wait' }>, voice: Voice): string {
  switch (step.type) {
    case 'say':
      return voice.word(step.text);
    case 'think':
      return voice.thought(step.text);
    case 'garble':
      return step.data;
    case 'complain':
      return voice.complaint();
  }
}

const event = (data: string): string => `data: ${data}\n\n`;

function breakOff(call: Call, response: ServerResponse): void {
  call.state = 'broken';
  response.socket?.destroy();
}

function show(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, headers).end(body);
}
