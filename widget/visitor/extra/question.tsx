/** @jsxImportSource ../dom */
import type { Child } from '../dom/jsx-runtime.ts';
import type { Given } from '../extra.ts';
import { words } from './words.ts';

/** What is done only once it was asked whether it is meant. */
export type Subject = 'end' | 'erase';

const WORDS = {
  end: { question: words.endQuestion, no: words.keep, yes: words.end },
  erase: { question: words.eraseQuestion, no: words.keepIt, yes: words.eraseIt },
} as const;

export interface Question {
  /** Whether there is something to end, or to delete. */
  isMeant(subject: Subject): boolean;
  ask(subject: Subject): void;
  draw(): Child;
}

/** Asks before what cannot be undone. */
export function createQuestion({ host, session, redraw }: Given): Question {
  let asked: Subject | null = null;

  function isMeant(subject: Subject): boolean {
    const { state, entries } = session.view.log;
    if (!entries.some(({ ref }) => ref)) return false;
    // A wait is to be cancelled first.
    return subject === 'erase' || (state?.phase !== 'ended' && state?.phase !== 'waiting');
  }

  function answer(isYes: boolean): void {
    const subject = asked;
    asked = null;
    if (isYes && subject === 'end') session.act({ type: 'end' });
    else if (isYes && subject === 'erase') session.erase();
    redraw();
  }

  return {
    isMeant,
    ask(subject) {
      asked = subject;
      redraw();
      // On what does no harm.
      host.root.querySelector<HTMLElement>('.question button')?.focus();
    },
    draw() {
      if (asked === null || !isMeant(asked)) return null;
      const { question, no, yes } = WORDS[asked];
      return (
        <div key={asked} class="note question" role="alert">
          <span>{question}</span>
          <button class="quiet" onClick={() => answer(false)}>
            {no}
          </button>
          <button class="primary" onClick={() => answer(true)}>
            {yes}
          </button>
        </div>
      );
    },
  };
}
