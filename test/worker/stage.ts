/**
 * The assistant of the tests. It answers at once, unless a test holds an answer and lets it out piece
 * by piece. Tests and objects share one isolate, so what a test sets here is what an object finds;
 * but neither may wake the other's promises, so each looks again until there is something to see.
 */
import type { Answerer, AnswerPart, Attempt, Question } from '../../src/assistant/answerer.ts';
import type { Assistant } from '../../src/assistant/assistant.ts';
import type { Limits } from '../../src/assistant/models/limits.ts';
import type { Remote } from '../../src/assistant/models/choice.ts';
import { assistantOf } from '../../src/conversation/assistant.ts';
import type { Env } from '../../src/env.ts';

/** An answer under a test's control. */
interface Held {
  /** Resolves when the object has asked for it. */
  asked(): Promise<Question>;
  /** Which attempt at the question it was asked for. */
  attempt(): Attempt | undefined;
  push(...parts: AnswerPart[]): void;
}

interface Prompter {
  question?: Question;
  attempt?: Attempt;
  parts: AnswerPart[];
}

const held: Prompter[] = [];

/** Waits until `look` sees something, in the caller's own context. */
export async function eventually<T>(
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await scheduler.wait(1);
  }
}

/** Holds the next answer that is asked for. */
export function holdNextAnswer(): Held {
  const prompter: Prompter = { parts: [] };
  held.push(prompter);
  return {
    asked: () => eventually(() => prompter.question),
    attempt: () => prompter.attempt,
    push: (...parts) => prompter.parts.push(...parts),
  };
}

/** How the assistant closes an answer that it had. */
export const DONE: AnswerPart = { type: 'done', answered: true, sources: [] };

export const text = (delta: string): AnswerPart => ({ type: 'text', delta });

/** What the assistant answers when nobody holds it. */
export const answerTo = (question: string): string => `You said: ${question}`;

const stagedAnswerer: Answerer = async function* (question, signal, attempt = 'first') {
  const prompter = held.shift();
  if (!prompter) {
    yield text(answerTo(question.asked.at(-1) ?? ''));
    yield DONE;
    return;
  }
  prompter.question = question;
  prompter.attempt = attempt;
  while (!signal.aborted) {
    yield await eventually(() => (signal.aborted ? DONE : prompter.parts.shift()));
  }
};

let cast: { model: Remote; limits: Partial<Limits>; vars: Partial<Env> } | null = null;

/** Has conversations that wake from now on answer by a real model, as they would with it configured. */
export function answerBy(
  model: Remote,
  limits: Partial<Limits> = {},
  vars: Partial<Env> = {},
): void {
  cast = { model, limits, vars };
}

/** Has the stage answer again. */
export function answerByStage(): void {
  cast = null;
}

/** What a conversation under test answers by. */
export function assistantFor(env: Env): Assistant {
  if (cast) return assistantOf({ ...env, ...cast.vars }, cast.model, cast.limits);
  return { answer: stagedAnswerer, remote: null };
}
