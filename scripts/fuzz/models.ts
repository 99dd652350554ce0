/** Models whose every word is the run's to choose: what they say carries the generation it was asked in. */
import type { Assistant } from '../../src/assistant/assistant.ts';
import type { AnswerPart } from '../../src/assistant/answerer.ts';
import { TEAM_STANDINGS } from '../../src/assistant/answerer.ts';
import type { Label, Source } from '../../src/protocol/entry.ts';
import type { Random } from '../train/random.ts';
import type { Life } from './life.ts';
import type { Outcome, Outside } from './outside.ts';

interface ModelsHost {
  outside: Outside;
  random: Random;
  /** The generation of the turn that asks. */
  generation(): number;
  /** There is a model outside, beside the embedded answerer. */
  hasRemote: boolean;
}

const LABELS: readonly Label[] = ['ask_human', 'frustrated', 'confirm', 'decline', 'other'];

/** The mark that a model's words carry. */
export const markOf = (generation: number): string => `«${generation}»`;

/** The generations that the words of a text were asked in. */
export function marksIn(text: string): number[] {
  return Array.from(text.matchAll(/«(\d+)»/g), ([, generation]) => Number(generation));
}

/** What one instance asks. */
export function assistantFor(host: ModelsHost, life: Life): Assistant {
  const { outside } = host;
  const one = <T>(party: 'judge' | 'small', values: readonly (T | null)[]) => {
    life.mustBeAlive();
    return outside.ask<T | null>({
      party,
      outcomes: ({ resolve }) =>
        values.map((value) => ({
          name: String(value),
          weight: 1,
          come: () => resolve(value),
        })),
    });
  };
  return {
    answer: () => {
      life.mustBeAlive();
      const mark = markOf(host.generation());
      return { [Symbol.asyncIterator]: () => stream(host, life, mark) };
    },
    remote: host.hasRemote
      ? {
          name: 'model-of-the-run',
          tellable: (detail) => detail,
          askSmall: () => one<string>('small', ['They ask where their parcel is.', null]),
          judge: () => one<Label>('judge', [...LABELS, null]),
        }
      : null,
  };
}

/** Goes on after it was told to stop, as a provider may: what comes then must not count. */
function stream(host: ModelsHost, life: Life, mark: string): AsyncIterator<AnswerPart> {
  let isOver = false;
  return {
    next: () => {
      life.mustBeAlive();
      if (isOver) return Promise.resolve({ done: true, value: undefined });
      return host.outside.ask<IteratorResult<AnswerPart>>({
        party: 'model',
        outcomes: ({ resolve, reject }) =>
          partsFor(mark, host.random).map(({ name, weight, part }): Outcome => ({
            name,
            weight,
            come: () => {
              isOver = part === 'ends' || part === 'throws' || part.type === 'done';
              if (part === 'throws') reject(new Error('the knowledge could not be read'));
              else if (part === 'ends') resolve({ done: true, value: undefined });
              else resolve({ done: false, value: part });
            },
          })),
      });
    },
    return: () => Promise.resolve({ done: true, value: undefined }),
  };
}

interface Part {
  name: string;
  weight: number;
  part: AnswerPart | 'ends' | 'throws';
}

/** What a model may do next. The first is what a kind one would. */
function partsFor(mark: string, random: Random): Part[] {
  const team = TEAM_STANDINGS[Math.floor(random() * TEAM_STANDINGS.length)] ?? 'off';
  const done: { type: 'done'; sources: Source[] } = { type: 'done', sources: [] };
  return [
    { name: 'answers', weight: 3, part: { ...done, answered: true } },
    { name: 'says', weight: 9, part: { type: 'text', delta: `${mark} words ` } },
    { name: 'rewrites', weight: 0.5, part: { type: 'rewritten', text: `${mark} other words ` } },
    { name: 'counts on the team', weight: 0.7, part: { type: 'truth', team } },
    { name: 'has no answer', weight: 1.5, part: { ...done, answered: false } },
    { name: 'is spent', weight: 0.3, part: { ...done, answered: true, resort: 'spent' } },
    { name: 'is replaced', weight: 0.3, part: { ...done, answered: true, resort: 'trouble' } },
    { name: 'fails', weight: 1, part: { type: 'failed', reason: 'busy', detail: '429 too many' } },
    { name: 'falls silent', weight: 0.3, part: 'ends' },
    { name: 'throws', weight: 0.2, part: 'throws' },
  ];
}
