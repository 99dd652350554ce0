/** `npm run bench -- abuse`: what a flood from one address does to everybody else, and what it leaves behind. */
import { Complaint } from '../lib/complaint.ts';
import { newSecret } from '../start/dev-vars.ts';
import { judge, noticedLines, whatIsNoticed } from './abuse.ts';
import { ABUSERS } from './flood.ts';
import { HEAP_SLACK_MB, leftByFlood, leftByHealthz, leftLines } from './flood-memory.ts';
import { on } from './house.ts';
import { type Bench, overRuntime, type RuntimeWishes } from './servers.ts';

/** With the limits that a deployment has. */
export async function abuse(folder: string): Promise<void> {
  const vars = {
    BATON_ENV: 'development',
    BATON_SECRET: newSecret(),
    MODEL_PROVIDER: 'embedded',
  };
  const over = <T>(wishes: RuntimeWishes, task: (bench: Bench) => Promise<T>) =>
    on(folder, (state) => overRuntime(state, vars, wishes), task);
  const ours = await over({}, whatIsNoticed);
  const bare = await over({ refused: ABUSERS }, whatIsNoticed);
  process.stdout.write(noticedLines(ours, bare));
  const left = await over({ isInspected: true }, (bench) => leftByFlood(bench, `${ABUSERS}1`));
  const plain = await over({ isInspected: true }, leftByHealthz);
  process.stdout.write(leftLines('flood', left) + leftLines('plain requests', plain));
  // The first part loads what is loaded once; from then on nothing may stay.
  const [, early = Number.NaN] = left.heap;
  const grown = Math.max(...left.heap) - early;
  if (!(grown <= HEAP_SLACK_MB)) throw new Complaint(`The heap grew by ${grown} MB in a flood.`);
  judge(ours, bare);
}
