/** @jsxImportSource ../dom */
import type { Child } from '../dom/jsx-runtime.ts';
import type { Given } from '../extra.ts';

/** What is done only once it was asked whether it is meant. */
type Subject = 'end' | 'erase';

/** The names of its words. */
const WORDS = {
  end: { question: 'endQuestion', no: 'keep', yes: 'end' },
  erase: { question: 'eraseQuestion', no: 'keepIt', yes: 'eraseIt' },
} as const;

interface Question {
  /** Whether there is something to end, or to delete. */
  isMeant(subject: Subject): boolean;
  ask(subject: Subject): void;
  draw(): Child;
}

/** Asks before what cannot be undone. */
export function createQuestion({ host, session, words, redraw }: Given): Question {
  let asked: Subject | null = null;

  function isMeant(subject: Subject): boolean {
    const { state, entries } = session.view.log;
    if (!entries.some(({ ref }) => ref)) return false;
    // A wait is to be cancelled first.
    return subject === 'erase' || (state?.phase !== 'ended' && state?.phase !== 'waiting');
  }

  /** Has the conversation deleted for good. */
  function erase(): void {
    const { log, pending } = session.view;
    if (log.conversation === null) return;
    // What is still to be said belongs to what is deleted.
    for (const { frame } of pending) session.discard(frame.ref);
    host.memory.set('erasing', log.conversation);
    host.memory.set('erasing', undefined);
    session.act({ type: 'erase' });
  }

  function answer(isYes: boolean): void {
    const subject = asked;
    asked = null;
    if (isYes && subject === 'end') session.act({ type: 'end' });
    else if (isYes && subject === 'erase') erase();
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
          <span>{words[question]}</span>
          <button class="quiet" onClick={() => answer(false)}>
            {words[no]}
          </button>
          <button class="primary" onClick={() => answer(true)}>
            {words[yes]}
          </button>
        </div>
      );
    },
  };
}
