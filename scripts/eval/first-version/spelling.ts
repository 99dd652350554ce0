import type { Word } from '../../../src/intent/fold.ts';

/** Puts right the words people mistype most, when one slip explains them. */
export interface Speller {
  /** Replaces slips in place; true if there was any. */
  correct(words: Word[]): boolean;
}

const MIN_LETTERS = 5;
const ASCII_WORD = /^[a-z]+$/;

/**
 * A speller for `targets`, five letters or longer. A word that is in `known` is left alone, however
 * close it comes. Found by deletions: two words one slip apart share a form with a letter left out.
 */
export function makeSpeller(targets: Iterable<string>, known: ReadonlySet<string>): Speller {
  const byDeletion = new Map<string, string[]>();
  for (const target of targets) {
    if (target.length < MIN_LETTERS || !ASCII_WORD.test(target)) continue;
    for (const form of [target, ...deletions(target)]) {
      const list = byDeletion.get(form);
      if (list === undefined) byDeletion.set(form, [target]);
      else if (!list.includes(target)) list.push(target);
    }
  }

  const lookUp = (word: string): string | undefined => {
    for (const form of [word, ...deletions(word)]) {
      for (const target of byDeletion.get(form) ?? []) {
        if (target[0] === word[0] && isOneSlip(word, target)) return target;
      }
    }
    return undefined;
  };

  return {
    correct: (words) => {
      let corrected = false;
      for (const word of words) {
        if (word.text.length < MIN_LETTERS || !ASCII_WORD.test(word.text) || known.has(word.text))
          continue;
        const target = lookUp(word.text);
        if (target === undefined) continue;
        word.text = target;
        corrected = true;
      }
      return corrected;
    },
  };
}

function deletions(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Whether one letter added, left out, changed, or swapped with its neighbour turns `a` into `b`. */
export function isOneSlip(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  const restA = a.slice(head);
  const restB = b.slice(head);
  if (restA.slice(1) === restB.slice(1)) return restA !== restB;
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
