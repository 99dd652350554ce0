import { drive, type Stage } from './drive.ts';
import { many } from './side.ts';

const WARM_UP = 100;
/** What the runtime has not tidied up yet counts as well: of many, each has little of it. */
const CONVERSATIONS = 1_500;

export const memory = drive({
  title: `Memory of ${CONVERSATIONS} conversations whose visitors are connected and silent`,
  isCompared: true,
  figures: ['each, KiB'],
  async drive(stage: Stage) {
    await many(WARM_UP, () => stage.side.open());
    await stage.settle();
    const before = stage.memoryKib();
    await many(CONVERSATIONS, () => stage.side.open());
    await stage.settle();
    return { 'each, KiB': (stage.memoryKib() - before) / CONVERSATIONS };
  },
});
