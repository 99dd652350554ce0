/** The part of a conversation that a model reads word for word. */
import { MAX_TEXT_CHARS } from '../../protocol/limits.ts';
import type { Line } from '../answerer.ts';
import type { PromptMessage } from './prompt.ts';
import { clip, clipMiddle, neutral } from './fence.ts';
import { tokensIn, TURN_TOKENS } from './tokens.ts';

/** What a model reads of the conversation, the words that want an answer included. */
export const WINDOW_TOKENS = 2_000;

/** A line that wants an answer is read up to here, in UTF-16 units. */
export const MAX_ASKED_CHARS = MAX_TEXT_CHARS;

/** Many such lines share this much. */
const MAX_ASKED_TOGETHER_CHARS = 16_000;

/** Any other line is read up to here: what was said before only gives the context. */
export const MAX_EARLIER_CHARS = 1_200;

/** What a line of a person begins with, among those of the assistant. */
export const AGENT_LABEL = '[A team member wrote:]';

/**
 * The index of the first line that a model reads word for word: a visitor's, unless there is none. The
 * lines from there on fit into {@link WINDOW_TOKENS} together; those that want an answer are read even
 * where they do not.
 */
export function windowFrom(lines: readonly Line[], asked: readonly string[]): number {
  const first = firstAsked(lines, asked.length);
  let spent = lines.slice(first).reduce((sum, line) => sum + costOf(line, limitOf(line, asked)), 0);
  let from = first;
  for (let at = first - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) break;
    spent += costOf(line, MAX_EARLIER_CHARS);
    if (spent > WINDOW_TOKENS) break;
    if (line.role === 'visitor') from = at;
  }
  return from;
}

/** The lines from `from` on, beginning and ending with the visitor, roles taking turns. */
export function messagesFrom(
  lines: readonly Line[],
  asked: readonly string[],
  from: number,
): PromptMessage[] {
  const first = firstAsked(lines, asked.length);
  const messages: PromptMessage[] = [];
  // Some models refuse a conversation that does not begin and end with the user.
  const end = lines.findLastIndex(({ role }) => role === 'visitor');
  for (const [at, line] of lines.entries()) {
    if (at < from || at > end) continue;
    const role = line.role === 'visitor' ? 'user' : 'assistant';
    if (messages.length === 0 && role === 'assistant') continue;
    const content = wordsOf(line, at < first ? MAX_EARLIER_CHARS : limitOf(line, asked));
    const last = messages.at(-1);
    if (last?.role === role) last.content += `\n${content}`;
    else messages.push({ role, content });
  }
  if (messages.length > 0 || asked.length === 0) return messages;
  const words = asked.map((text) => wordsOf({ role: 'visitor', text }, MAX_ASKED_CHARS));
  return [{ role: 'user', content: words.join('\n') }];
}

/** Of the visitor's lines the first that wants an answer; none after the last line. */
function firstAsked(lines: readonly Line[], count: number): number {
  let left = count;
  let at = lines.length;
  while (left > 0 && at > 0) {
    at -= 1;
    if (lines[at]?.role === 'visitor') left -= 1;
  }
  return at;
}

function limitOf({ role }: Line, asked: readonly string[]): number {
  if (role !== 'visitor') return MAX_EARLIER_CHARS;
  return Math.min(MAX_ASKED_CHARS, Math.floor(MAX_ASKED_TOGETHER_CHARS / (asked.length || 1)));
}

function costOf(line: Line, limit: number): number {
  return tokensIn(wordsOf(line, limit)) + TURN_TOKENS;
}

function wordsOf({ role, text }: Line, limit: number): string {
  const shorten = role === 'visitor' ? clipMiddle : clip;
  // A provider may refuse a message without a word, which invisible signs alone would be.
  const words = shorten(neutral(text).trim(), limit) || '…';
  return role === 'agent' ? `${AGENT_LABEL} ${words}` : words;
}
