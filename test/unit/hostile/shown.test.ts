/** Others’ words in the middle of a line of ours: they end where they end, and turn nothing around. */
import { describe, expect, it } from 'vitest';
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { type Heard, hear, MAX_ANSWER_CHARS } from '../../../src/assistant/models/heard.ts';
import { Watchdog } from '../../../src/assistant/models/watchdog.ts';
import { decisionWords } from '../../../src/dashboard/decision-words.ts';
import { withLinks } from '../../../src/pages/links.tsx';
import { readAddresses } from '../../../src/site/addresses.ts';
import { readDomains } from '../../../src/site/domains.ts';
import { tidyTitle } from '../../../src/site/text-writer.ts';
import { CORPUS } from '../../hostile/corpus.ts';

const TURNS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe.each(CORPUS)('words of others: $name', ({ text }) => {
  it('are quoted in a complaint on one line, in their own direction', () => {
    for (const read of [readAddresses(`${text} @`), readDomains(`${text} !`)]) {
      expect(read.ok ? '' : read.error).not.toMatch(TURNS);
    }
  });

  it('are quoted as the reason of a decision in the same way', () => {
    const words = decisionWords({
      event: 'intent.decided',
      label: 'ask_human',
      score: 1,
      tier: 'model',
      evidence: text,
      ms: 1,
    });
    expect(words).not.toMatch(TURNS);
    expect(words).toMatch(/”\. Decided by the language model in 1 ms\.$/);
  });

  it('are a title on one line', () => {
    expect(tidyTitle(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  it('become links to the web, or none', () => {
    for (const part of withLinks(text)) {
      if (typeof part !== 'object' || part === null || !('props' in part)) continue;
      const { href } = JSON.parse(JSON.stringify(part.props));
      expect(new URL(href).protocol).toMatch(/^https?:$/);
    }
  });
});

it('an answer that is cut off is cut between characters', async () => {
  const said = async (text: string): Promise<string> => {
    const stream = new ReadableStream<LanguageModelV4StreamPart>({
      start(controller) {
        controller.enqueue({ type: 'text-delta', id: '1', delta: text });
        controller.close();
      },
    });
    const heard: Heard[] = [];
    const watchdog = new Watchdog(new AbortController().signal);
    for await (const part of hear(() => Promise.resolve({ stream }), watchdog)) heard.push(part);
    return heard.map((part) => (part.type === 'text' ? part.delta : '')).join('');
  };
  const half = await said(`x${'\u{1f44b}'.repeat(200_000)}`);
  expect(half.isWellFormed()).toBe(true);
  expect(half.length).toBe(MAX_ANSWER_CHARS);
  expect(half.endsWith('\u{1f44b}…')).toBe(true);
  expect(await said('W'.repeat(200_000))).toBe(`${'W'.repeat(MAX_ANSWER_CHARS)}…`);
});
