/** Messages in JSON lines, as `classify` and `eval` read them. */
import type { Turn } from '../../src/intent/strain.ts';
import type { Context } from '../../src/intent/verdict.ts';
import { BadLine, type JsonLine } from './json-lines.ts';

/** The text of a line. */
export function textOf({ number, value }: JsonLine): string {
  const { text } = value;
  if (typeof text !== 'string') throw new BadLine(`line ${number}: "text" is missing or no string`);
  return text;
}

/** Who says what in a transcript, by the names that people give them. */
const VISITORS: ReadonlySet<unknown> = new Set(['visitor', 'user', 'customer', 'human']);

/**
 * What was going on when a line's message came: its `context`, a list of earlier turns, oldest first. A turn
 * is a string or an object with a `text` and perhaps a `role`. Where roles are not told, they take turns,
 * and the message answers the assistant.
 */
export function contextOf({ number, value }: JsonLine): Context {
  const { context } = value;
  if (context === undefined || context === null) return {};
  if (!Array.isArray(context)) throw new BadLine(`line ${number}: "context" is no list`);
  const last = context.length - 1;
  return {
    turns: context.map((turn: unknown, at): Turn => {
      const role = (last - at) % 2 === 0 ? 'assistant' : 'visitor';
      if (typeof turn === 'string') return { role, text: turn };
      if (
        typeof turn === 'object' &&
        turn !== null &&
        'text' in turn &&
        typeof turn.text === 'string'
      ) {
        if (!('role' in turn)) return { role, text: turn.text };
        if (turn.role === 'agent') return { role: 'agent', text: turn.text };
        return { role: VISITORS.has(turn.role) ? 'visitor' : 'assistant', text: turn.text };
      }
      throw new BadLine(`line ${number}: "context" holds something that is no turn`);
    }),
  };
}
