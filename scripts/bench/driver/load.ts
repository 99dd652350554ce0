import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';
import { Echoes } from './echoes.ts';
import { play } from './open-loop.ts';
import { ASLEEP_AFTER_MS, talks } from './side.ts';

/** So many speak in turn, while the others are connected and sleep. */
const SPEAKING = [100, 500, 1_000] as const;
const CONVERSATIONS = Math.max(...SPEAKING);

export const PER_SECOND = 300;
const FOR_S = 5;
/** Before it counts, each has spoken, and the load has gone on for a while. */
const WARM_UP_S = 2;

const FIGURES = ['p50, ms', 'p99, ms', 'CPU a message, ms', 'sent late, p99, ms'] as const;

const nameOf = (size: number, figure: (typeof FIGURES)[number]) => `${size} of them: ${figure}`;

export const load = drive<string>({
  title: `Many conversations, together ${PER_SECOND} messages a second, from when each was due`,
  isCompared: true,
  figures: SPEAKING.flatMap((size) => FIGURES.map((figure) => nameOf(size, figure))),
  async drive(stage: Stage) {
    const conversations = await talks(stage.side, CONVERSATIONS);
    const echoes = new Echoes();
    echoes.listen(conversations);
    // Putting objects to sleep is work too, and none of what is measured.
    await delay(ASLEEP_AFTER_MS);
    await stage.settle();
    const measured: Record<string, number> = {};
    for (const size of SPEAKING) {
      const speaking = conversations.slice(0, size);
      const playFor = (count: number) =>
        play({ count, perSecond: PER_SECOND }, (number, dueAt) =>
          echoes.say(turn(speaking, number), 'visitor', dueAt),
        );
      await playFor(Math.max(size, WARM_UP_S * PER_SECOND));
      let played = { took: [0], late: [0] };
      const cpu = await stage.cpuOf(async () => {
        played = await playFor(FOR_S * PER_SECOND);
      });
      const { took, late } = played;
      measured[nameOf(size, 'p50, ms')] = quantile(took, 0.5);
      measured[nameOf(size, 'p99, ms')] = quantile(took, 0.99);
      measured[nameOf(size, 'CPU a message, ms')] = cpu / took.length;
      measured[nameOf(size, 'sent late, p99, ms')] = quantile(late, 0.99);
    }
    return measured;
  },
});

/** Everybody in turn. */
export function turn<T>(all: readonly T[], number: number): T {
  const one = all[number % all.length];
  if (one === undefined) throw new Error('nobody is there');
  return one;
}
