/** What goes wrong, and what it says then. */
import { MAX_TEXT_CHARS } from '../../../src/protocol/limits.ts';
import { answered, joined, type Scene, until, untilLines } from '../scene.ts';
import type { Shop } from '../shop.ts';
import { talkOf } from '../talk.ts';
import type { Texts } from '../texts.ts';

const withAgent = (texts: Texts) =>
  talkOf({ phase: 'human', agent: { name: texts.agent, away: false } }, texts, joined(texts));

/** Waits for what the chat says in its head. */
const noted = (shop: Shop) => shop.page.locator('.note').getByText(/./).first().waitFor();

export const TROUBLE: readonly Scene[] = [
  {
    file: 'offline',
    title: 'Offline',
    remark: 'What is said goes out as soon as there is a network again.',
    talk: answered,
    async act(shop) {
      await until((texts) => texts.source)(shop);
      // What it fetches by and by is there, too.
      await shop.page.waitForLoadState('networkidle');
      await shop.page.context().setOffline(true);
      await noted(shop);
    },
  },
  {
    file: 'unconnected',
    title: 'The connection is lost',
    remark: 'Told once it has been for two seconds; what is said waits.',
    talk: answered,
    async act(shop) {
      await until((texts) => texts.source)(shop);
      await shop.hangUp();
      await shop.say(shop.texts.late);
      await noted(shop);
    },
  },
  {
    file: 'not-sent',
    title: 'Not sent',
    remark: 'Why, and a way to try again.',
    talk: withAgent,
    async act(shop) {
      await untilLines(3)(shop);
      await shop.say(shop.texts.late);
      await shop.page.locator('small.bad').waitFor();
    },
  },
  {
    file: 'too-fast',
    title: 'Too fast',
    remark: 'In words; what was said goes out by itself after a moment.',
    talk: withAgent,
    isTooFast: true,
    async act(shop) {
      await untilLines(3)(shop);
      await shop.say(shop.texts.late);
      await noted(shop);
    },
  },
  {
    file: 'too-long',
    title: 'Too long',
    remark: 'The rest is counted before it is spent.',
    talk: answered,
    async act(shop) {
      await until((texts) => texts.source)(shop);
      const text = shop.texts.question.padEnd(MAX_TEXT_CHARS + 12, ` ${shop.texts.question}`);
      await shop.page.locator('.panel textarea').fill(text);
      await shop.page.locator('.composer .bad').waitFor();
    },
  },
];
