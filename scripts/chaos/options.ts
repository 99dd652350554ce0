/** What `npm run chaos` can be told. Pure. */
import { Complaint } from '../lib/complaint.ts';

export interface ChaosOptions {
  /** How long things go wrong. */
  seconds: number;
  visitors: number;
  agents: number;
  /** From one start of the server to its end, more or less. */
  killEvery: number;
  seed: number;
}

const RANGES: Readonly<Record<keyof ChaosOptions, { flag: string; most: number; least: number }>> =
  {
    seconds: { flag: '--seconds', least: 1, most: 3_600 },
    visitors: { flag: '--visitors', least: 1, most: 200 },
    agents: { flag: '--agents', least: 1, most: 50 },
    killEvery: { flag: '--kill-every', least: 1, most: 3_600 },
    seed: { flag: '--seed', least: 0, most: 2 ** 32 - 1 },
  };

/** Reads arguments such as `--seconds 60`. Complains about what it does not know. */
export function readChaosOptions(args: readonly string[], seed: number): ChaosOptions {
  const options = { seconds: 120, visitors: 20, agents: 5, killEvery: 5.5, seed };
  for (let at = 0; at < args.length; at += 2) {
    const flag = args[at];
    const name = isName(flag);
    if (name === undefined) {
      const known = Object.values(RANGES).map(({ flag }) => flag);
      throw new Complaint(`Unknown argument: ${flag}. Known here: ${known.join(', ')}.`, 2);
    }
    options[name] = numberIn(name, args[at + 1]);
  }
  return options;
}

function isName(flag: string | undefined): keyof ChaosOptions | undefined {
  switch (flag) {
    case RANGES.seconds.flag:
      return 'seconds';
    case RANGES.visitors.flag:
      return 'visitors';
    case RANGES.agents.flag:
      return 'agents';
    case RANGES.killEvery.flag:
      return 'killEvery';
    case RANGES.seed.flag:
      return 'seed';
    default:
      return undefined;
  }
}

function numberIn(name: keyof ChaosOptions, text: string | undefined): number {
  const { flag, least, most } = RANGES[name];
  const number = text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new Complaint(`${flag} wants a whole number from ${least} to ${most}.`, 2);
}
