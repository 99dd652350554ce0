/**
 * What a model replies that is asked for a label: the same replies for every provider. A visitor's words
 * choose one by a mark, `(label: ask_human)`, wherever in the prompt they stand.
 */
import { lastWords, type Message } from './calls.ts';
import { SCENES, type Scene } from './script.ts';

/** How a prompt ends that wants a label and nothing else; see src/assistant/prompt/intent-prompt.ts. */
const WANTS_LABEL = /Which label\? Answer with one of: [^\n]*$/;

/** So long that the beginning of an answer is there before, and that nobody has given up yet. */
export const LATE_MS = 700;

/** As it was asked for. */
const json = (value: unknown, afterMs = 0): Scene => ({ type: 'json', value, afterMs });

const words = (text: string): Scene => ({
  type: 'speech',
  steps: [{ type: 'say', text }],
  ending: 'complete',
});

const REPLIES = {
  ask_human: json({ result: 'ask_human' }),
  frustrated: json({ result: 'frustrated' }),
  confirm: json({ result: 'confirm' }),
  decline: json({ result: 'decline' }),
  other: json({ result: 'other' }),
  'late ask_human': json({ result: 'ask_human' }, LATE_MS),
  'late decline': json({ result: 'decline' }, LATE_MS),
  'late other': json({ result: 'other' }, LATE_MS),
  // Where a format cannot be told, models make up a name for what they say.
  'ask_human by another name': json({ label: 'ask_human' }),
  'ask_human in plain words': words('ask_human'),
  'no label': json({ result: 'a question about delivery' }),
  'two labels': words('Either ask_human or frustrated.'),
  nonsense: words('I am only a language model.'),
  empty: words(''),
  mute: SCENES.mute,
  failing: SCENES.failing,
  busy: SCENES.busy,
  page: SCENES.page,
} satisfies Record<string, Scene>;

export type ReplyName = keyof typeof REPLIES;

/** How a visitor's words choose a reply; `once` has the first call so answered, and all others by `other`. */
export const labelMark = (name: ReplyName, once?: 'once'): string =>
  `(label: ${name}${once ? ' once' : ''})`;

/** Whether that is a request for a label. */
export function wantsLabel(messages: readonly Message[]): boolean {
  return WANTS_LABEL.test(lastWords(messages));
}

/** The scene for the `call`th such request with the same words: the last mark counts. */
export function replyTo(words: string, call: number): Scene {
  const mark = [...words.matchAll(/\(label: ([a-z_ ]+?)( once)?\)/g)].at(-1);
  const name = mark?.[1] ?? 'other';
  if (!isReplyName(name)) throw new Error(`no such reply: ${name}`);
  return mark?.[2] && call > 1 ? REPLIES.other : REPLIES[name];
}

function isReplyName(name: string): name is ReplyName {
  return Object.hasOwn(REPLIES, name);
}
