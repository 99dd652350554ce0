/** What a conversation was about, by rule: the visitor's own words, shortened, and what came of them. */
import type { Line } from '../answerer.ts';
import { oneLine } from './fence.ts';
import { smallTalkOf } from '../embedded/small-talk.ts';
import { headOf, tokensIn } from './tokens.ts';

/** A digest is no longer than this. */
export const DIGEST_TOKENS = 150;

const ITEM_TOKENS = 24;
/** Enough for that many tokens of any script, in UTF-16 units. */
const ITEM_CHARS = 160;

/**
 * Tells the lines from `from` to before `to`: one item for each thing the visitor said, oldest first, and
 * as many of the latest as {@link DIGEST_TOKENS} allow. Empty when they said nothing but small talk.
 */
export function digestOf(lines: readonly Line[], from: number, to: number): string {
  const items: string[] = [];
  let left = DIGEST_TOKENS;
  for (let at = Math.min(to, lines.length) - 1; at >= from; at--) {
    const line = lines[at];
    if (line?.role !== 'visitor' || smallTalkOf(line.text)) continue;
    const words = headOf(oneLine(line.text, ITEM_CHARS), ITEM_TOKENS);
    const item = `- “${words}” (${outcomeOf(lines, at)})`;
    if (words === '' || items.includes(item)) continue;
    left -= tokensIn(`${item}\n`);
    if (left < 0) break;
    items.push(item);
  }
  return items.toReversed().join('\n');
}

function outcomeOf(lines: readonly Line[], at: number): string {
  const reply = lines.slice(at + 1).find(({ role }) => role !== 'visitor');
  if (!reply) return 'no reply yet';
  return reply.role === 'agent' ? 'a team member replied' : 'replied';
}
