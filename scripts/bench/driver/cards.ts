import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';
import { PER_SECOND, turn } from './load.ts';
import { play } from './open-loop.ts';
import { Ours } from './ours.ts';
import { talks } from './side.ts';

const CONVERSATIONS = 1_000;
const WATCHERS = 5;
const WARM_UP_MESSAGES = 2 * CONVERSATIONS;
const MESSAGES = 3 * CONVERSATIONS;

export const cards = drive({
  title: `A Live page with ${CONVERSATIONS} open conversations and ${WATCHERS} who watch, ${PER_SECOND} messages a second`,
  isCompared: false,
  isOnce: true,
  figures: ['message to card, p50, ms', 'message to card, p95, ms', 'CPU a message, ms'],
  async drive({ side, settle, cpuOf }: Stage) {
    if (!(side instanceof Ours)) throw new Error('only ours has a Live page');
    const conversations = await talks(side, CONVERSATIONS);
    await settle();
    const board = new Board();
    for (let at = 0; at < WATCHERS; at++) {
      const heard = board.watcher();
      await side.watch(({ lastLine }) => heard(Number.parseInt(lastLine, 10)));
    }
    await settle();
    const say = (number: number, dueAt: number) => {
      turn(conversations, number).visitor.say(`card-${number}`, `${number} is what I say next.`);
      return board.expect(number, dueAt);
    };
    const load = (count: number) => ({ count, perSecond: PER_SECOND });
    await play(load(WARM_UP_MESSAGES), say);
    board.took.length = 0;
    const cpu = await cpuOf(() =>
      play(load(MESSAGES), (number, dueAt) => say(WARM_UP_MESSAGES + number, dueAt)),
    );
    return {
      'message to card, p50, ms': quantile(board.took, 0.5),
      'message to card, p95, ms': quantile(board.took, 0.95),
      'CPU a message, ms': cpu / MESSAGES,
    };
  },
});

/** What watchers have seen of the messages that are numbered through, the conversations taking turns. */
class Board {
  /** From when a message was due to the card that tells of it, at each watcher. */
  readonly took: number[] = [];
  readonly #said: { dueAt: number; missing: number; seen: (ms: number) => void }[] = [];

  /** One more of them; to be told of the number in every card that comes. */
  watcher(): (number: number) => void {
    /** By conversation: the first message that this watcher has not seen. */
    const next = Array.from({ length: CONVERSATIONS }, (_, at) => at);
    return (number) => {
      if (Number.isNaN(number)) return;
      const conversation = number % CONVERSATIONS;
      // A card may tell of two messages at once.
      for (let at = next[conversation] ?? number; at <= number; at += CONVERSATIONS) {
        this.#see(at);
        next[conversation] = at + CONVERSATIONS;
      }
    };
  }

  /** A message was said; resolves when all have seen it. */
  expect(number: number, dueAt: number): Promise<number> {
    return new Promise((seen) => {
      this.#said[number] = { dueAt, missing: WATCHERS, seen };
    });
  }

  #see(number: number): void {
    const said = this.#said[number];
    if (!said) return;
    const ms = performance.now() - said.dueAt;
    this.took.push(ms);
    said.missing -= 1;
    if (said.missing === 0) said.seen(ms);
  }
}
