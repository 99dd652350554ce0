import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';
import { Echoes } from './echoes.ts';
import { ASLEEP_AFTER_MS, type Conversation, talks } from './side.ts';

/** The first of them are woken to warm up. */
const WARM_UP = 20;
const CONVERSATIONS = 60;

export const waking = drive({
  title: 'A message that wakes a sleeping conversation',
  isCompared: true,
  figures: ['said and heard by both, p50, ms', 'the next message, p50, ms', 'CPU each, ms'],
  async drive(stage: Stage) {
    const conversations = await talks(stage.side, WARM_UP + CONVERSATIONS);
    const echoes = new Echoes();
    echoes.listen(conversations);
    await delay(ASLEEP_AFTER_MS);
    await stage.settle();
    await speak(echoes, conversations.slice(0, WARM_UP));
    const sleeping = conversations.slice(WARM_UP);
    let took: number[] = [];
    const cpu = await stage.cpuOf(async () => {
      took = await speak(echoes, sleeping);
    });
    const awake = await speak(echoes, sleeping);
    return {
      'said and heard by both, p50, ms': quantile(took, 0.5),
      'the next message, p50, ms': quantile(awake, 0.5),
      'CPU each, ms': cpu / CONVERSATIONS,
    };
  },
});

async function speak(echoes: Echoes, conversations: readonly Conversation[]): Promise<number[]> {
  const took: number[] = [];
  for (const conversation of conversations) took.push(await echoes.say(conversation));
  return took;
}
