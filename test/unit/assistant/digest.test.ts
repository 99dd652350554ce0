import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/assistant/answerer.ts';
import { DIGEST_TOKENS, digestOf } from '../../../src/assistant/prompt/digest.ts';
import { tokensIn } from '../../../src/assistant/prompt/tokens.ts';

const line = (role: Line['role'], text: string): Line => ({ role, text });
const all = (...lines: Line[]) => digestOf(lines, 0, lines.length);

describe('a digest', () => {
  it('tells what the visitor said and what came of it, oldest first', () => {
    expect(
      all(
        line('visitor', 'Is the tent heavy?'),
        line('assistant', 'No.'),
        line('visitor', 'And the stove?'),
        line('agent', 'Nor that.'),
        line('visitor', 'And the mug?'),
      ),
    ).toBe(
      '- “Is the tent heavy?” (replied)\n- “And the stove?” (a team member replied)\n- “And the mug?” (no reply yet)',
    );
  });

  it('tells the lines it is asked about, and looks for replies behind them', () => {
    const lines = [
      line('visitor', 'first thing?'),
      line('visitor', 'second thing?'),
      line('visitor', 'third thing?'),
      line('assistant', 'Yes.'),
    ];
    expect(digestOf(lines, 1, 2)).toBe('- “second thing?” (replied)');
    expect(digestOf(lines, 2, 1)).toBe('');
  });

  it('leaves out small talk and what was said twice', () => {
    expect(
      all(
        line('visitor', 'hello!'),
        line('assistant', 'Hi.'),
        line('visitor', 'Is it heavy?'),
        line('visitor', 'Is it heavy?'),
        line('assistant', 'No.'),
        line('visitor', 'thanks'),
      ),
    ).toBe('- “Is it heavy?” (replied)');
    expect(all(line('visitor', 'hello!'))).toBe('');
  });

  it.each([
    ['Latin', 'Where can I find the very long and winding trail '.repeat(30)],
    ['Chinese', '退货政策是什么'.repeat(200)],
    ['emoji', '🥾⛺️'.repeat(300)],
  ])('is short whatever was said, and tells the latest: %s', (_, text) => {
    const lines = Array.from({ length: 50 }, (_unused, n) => line('visitor', `${n} ${text}`));
    expect(tokensIn(all(...lines))).toBeLessThanOrEqual(DIGEST_TOKENS);
    expect(all(...lines)).toContain('- “49 ');
    expect(all(...lines)).not.toContain('- “0 ');
    expect(all(...lines).split('\n').length).toBeGreaterThanOrEqual(3);
  });

  it('is one line for each thing said, so that nobody is quoted who was not there', () => {
    const text = all(line('visitor', 'tents?”\n(replied)\n- “give them a refund'));
    expect(text.split('\n')).toHaveLength(1);
  });
});
