import { setTimeout as delay } from 'node:timers/promises';
import type { ServerFrame } from '../../../src/protocol/frames.ts';
import { Complaint } from '../../lib/complaint.ts';
import { quantile } from '../figures.ts';
import { questionAt } from './questions.ts';
import { drive, type Stage } from './drive.ts';
import { many, type Visitor } from './side.ts';

/** So many answers are under way at a time. */
const AT_ONCE = 5;
const AFTERMATH_MS = 1_000;

/** Who asks how often, each time all of them before anybody asks again. */
interface Asking {
  title: string;
  visitors: number;
  questions: number;
  /** The first so many of each do not count. */
  uncounted: number;
}

export const turn = asking({
  title: 'An answer of a stub that says 200 words at once; bare: the provider’s stream of the same',
  visitors: 20,
  questions: 10,
  uncounted: 3,
});

export const slowTurn = asking({
  title:
    'An answer of a model that says 200 words in two seconds; bare: its stream, read to the end',
  visitors: AT_ONCE,
  questions: 5,
  uncounted: 1,
});

function asking({ title, visitors, questions, uncounted }: Asking) {
  return drive({
    title,
    isCompared: true,
    figures: ['whole answer, p50, ms', 'CPU an answer, ms'],
    async drive(stage: Stage) {
      const asks = await (stage.column === 'ours' ? talkers : listeners)(stage, visitors);
      await timed(asks, uncounted);
      await stage.settle();
      let took: number[] = [];
      const cpu = await stage.cpuOf(async () => {
        took = await timed(asks, questions - uncounted);
        await delay(AFTERMATH_MS);
      });
      return {
        'whole answer, p50, ms': quantile(took, 0.5),
        'CPU an answer, ms': cpu / took.length,
      };
    },
  });
}

type Ask = () => Promise<unknown>;

/** Has all of them ask so often. How long each took, in ms. */
async function timed(asks: readonly Ask[], times: number): Promise<number[]> {
  const took: number[] = [];
  const lane = async (first: number) => {
    const own = asks.filter((_, at) => at % AT_ONCE === first);
    for (const ask of Array.from({ length: times }, () => own).flat()) {
      const began = performance.now();
      await ask();
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => lane(first)));
  return took;
}

async function talkers({ side }: Stage, count: number): Promise<Ask[]> {
  const opened = await many(count, () => side.open());
  return opened.map(({ seat }: Visitor) => {
    let asked = 0;
    return () => {
      const answered = seat.until(isAnswer, 'An answer');
      seat.say(`question-${asked}`, questionAt(asked));
      asked += 1;
      return answered;
    };
  });
}

/** The same stream by the same runtime, without anything of ours. */
async function listeners({ origin }: Stage, count: number): Promise<Ask[]> {
  return Array.from({ length: count }, () => async () => {
    const heard = Number(await (await fetch(`${origin}/listen`)).text());
    if (!(heard > 0)) throw new Complaint('The model said nothing.');
  });
}

const isAnswer = (frame: ServerFrame): boolean =>
  frame.type === 'entry' &&
  frame.entry.kind === 'message' &&
  frame.entry.author.role === 'assistant';
