/** What visitors' pages tell by themselves. */
import type { Random } from '../train/random.ts';
import { clientsOf, put } from './frame-steps.ts';
import { oneOf, type StepKind } from './step.ts';
import { someIntroduction, somePage, type Telling } from './tellings.ts';
import type { World } from './world.ts';

function tells(
  name: string,
  weight: number,
  some: (at: number, random: Random) => Telling,
): StepKind {
  return {
    name: `visitor: ${name}`,
    weight: (world) => (clientsOf(world, 'visitor', true).length > 0 ? weight : 0),
    run: (world) => {
      const client = oneOf(clientsOf(world, 'visitor', true), world.random);
      const { told } = world.evidence;
      const telling = some(told.count + 1, world.random);
      told.add(telling);
      client.told.set(telling.type, telling.raw);
      put(world, client, telling.raw);
      return `${client.label}: ${telling.raw}`;
    },
    isEvent: true,
  };
}

/** Somebody whose page has told something. */
function tellers(world: World) {
  return clientsOf(world, 'visitor', true).filter(({ told }) => told.size > 0);
}

export const TELLING_STEPS: readonly StepKind[] = [
  tells('goes to another page', 1, somePage),
  tells('is introduced', 1.6, someIntroduction),
  {
    name: 'visitor: is introduced again as before',
    weight: (world) => (tellers(world).length > 0 ? 0.4 : 0),
    run: (world) => {
      const client = oneOf(tellers(world), world.random);
      const raw = oneOf([...client.told.values()], world.random);
      put(world, client, raw);
      return `${client.label}: ${raw}`;
    },
    isEvent: true,
  },
];
