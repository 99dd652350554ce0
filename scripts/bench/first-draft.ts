/** How long until a visitor sees the first words of an answer, and how much of that is ours. */
import { type SceneName, sceneMark } from '../../test/models/script.ts';
import type { ModelServer } from '../../test/models/server.ts';
import { Complaint } from '../lib/complaint.ts';
import { questionAt } from './driver/questions.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Timed, Visitor } from './visitor.ts';

/** In how many chats; the first answer of each is not counted. */
const CHATS = 6;

interface ModelDrafts {
  /** From the moment the model's first word was on its way to us to the draft at the visitor. */
  overFirstWord: Figures;
  /** From the question to the draft, without the time that the model took for its first word. */
  wholeWithoutModel: Figures;
}

/** From the question to the first words, with the embedded answerer. */
export async function embeddedDrafts(origin: string, count: number): Promise<Figures> {
  const timed = await answers(origin, count, (question) => question);
  return figuresOf(timed.map(({ saidAt, shownAt }) => shownAt - saidAt));
}

/** The same with a model that plays `scene`. */
export async function modelDrafts(
  origin: string,
  models: ModelServer,
  scene: SceneName,
  count: number,
): Promise<ModelDrafts> {
  const wordsOf = (question: string, number: number) =>
    `${question} ${sceneMark(scene)} ${origin} number ${number};`;
  const overFirstWord: number[] = [];
  const wholeWithoutModel: number[] = [];
  for (const { words, saidAt, shownAt } of await answers(origin, count, wordsOf)) {
    const calls = models.calls(words).filter(isAbout(words));
    const [call] = calls;
    if (call?.firstWordAt === undefined || calls.length > 1) {
      throw new Complaint('The model was not asked exactly once for an answer.');
    }
    overFirstWord.push(shownAt - call.firstWordAt);
    wholeWithoutModel.push(shownAt - saidAt - (call.firstWordAt - call.receivedAt));
  }
  return {
    overFirstWord: figuresOf(overFirstWord),
    wholeWithoutModel: figuresOf(wholeWithoutModel),
  };
}

/** Later questions of a chat come with what was said before. */
const isAbout =
  (words: string) =>
  ({ stream, messages }: ReturnType<ModelServer['calls']>[number]): boolean =>
    stream && messages.at(-1)?.content === words;

async function answers(
  origin: string,
  count: number,
  wordsOf: (question: string, number: number) => string,
): Promise<(Timed & { words: string })[]> {
  const timed: (Timed & { words: string })[] = [];
  let number = 0;
  for (let chat = 0; chat < CHATS; chat++) {
    const visitor = await Visitor.arrive(origin);
    for (let at = 0; at <= count / CHATS; at++) {
      number += 1;
      const words = wordsOf(questionAt(at), number);
      const answer = await visitor.ask(words);
      if (at > 0) timed.push({ ...answer, words });
    }
    visitor.leave();
  }
  return timed;
}
