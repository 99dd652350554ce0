import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';
import { Echoes } from './echoes.ts';
import { type Conversation, talks } from './side.ts';

/** One after the other. */
const CONVERSATIONS = 10;
/** Of each, by turns, the next as soon as the one before was heard: as many as nobody finds too fast. */
const MESSAGES = 48;

export const roundTrip = drive({
  title: 'One conversation at a time, a person in it who came by the link',
  isCompared: true,
  figures: [
    'said and heard by both, p50, ms',
    'said and heard by both, p99, ms',
    'CPU a message, ms',
  ],
  async drive(stage: Stage) {
    const echoes = new Echoes();
    const open = async () => {
      const opened = await talks(stage.side, CONVERSATIONS, 'link');
      echoes.listen(opened);
      await stage.settle();
      return opened;
    };
    await talk(echoes, await open());
    const conversations = await open();
    let took: number[] = [];
    const cpu = await stage.cpuOf(async () => {
      took = await talk(echoes, conversations);
    });
    return {
      'said and heard by both, p50, ms': quantile(took, 0.5),
      'said and heard by both, p99, ms': quantile(took, 0.99),
      'CPU a message, ms': cpu / took.length,
    };
  },
});

async function talk(echoes: Echoes, conversations: readonly Conversation[]): Promise<number[]> {
  const took: number[] = [];
  for (const conversation of conversations) {
    for (let at = 0; at < MESSAGES; at++) {
      took.push(await echoes.say(conversation, at % 2 === 0 ? 'visitor' : 'agent'));
    }
  }
  return took;
}
