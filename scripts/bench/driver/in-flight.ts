import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';
import { Echoes } from './echoes.ts';
import { type Conversation, talks } from './side.ts';

const IN_FLIGHT = 64;
/** So many take turns that nobody speaks faster than a visitor may. */
const CONVERSATIONS = 256;
const WARM_UP_MESSAGES = 1_000;
const MESSAGES = 5_000;

export const inFlight = drive({
  title: `${IN_FLIGHT} messages in flight, each in another conversation`,
  isCompared: true,
  figures: ['messages a second', 'said and heard by both, p50, ms', 'CPU a message, ms'],
  async drive(stage: Stage) {
    const conversations = await talks(stage.side, CONVERSATIONS);
    const echoes = new Echoes();
    echoes.listen(conversations);
    await stage.settle();
    await keepInFlight(echoes, conversations, WARM_UP_MESSAGES);
    let took: number[] = [];
    const began = performance.now();
    const cpu = await stage.cpuOf(async () => {
      took = await keepInFlight(echoes, conversations, MESSAGES);
    });
    return {
      'messages a second': (took.length / (performance.now() - began)) * 1_000,
      'said and heard by both, p50, ms': quantile(took, 0.5),
      'CPU a message, ms': cpu / took.length,
    };
  },
});

/** The conversation that has been silent for the longest time is the next. */
async function keepInFlight(
  echoes: Echoes,
  conversations: readonly Conversation[],
  count: number,
): Promise<number[]> {
  const silent = [...conversations];
  const took: number[] = [];
  let said = 0;
  const keepSaying = async () => {
    for (let next = silent.shift(); next && said < count; next = silent.shift()) {
      said += 1;
      took.push(await echoes.say(next));
      silent.push(next);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, keepSaying));
  return took;
}
