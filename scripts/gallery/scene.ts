/** What a picture of the gallery needs, and what leads to it. */
import type { Props, Shop } from './shop.ts';
import { happens, says, talkOf } from './talk.ts';
import type { Texts } from './texts.ts';

export interface Scene extends Props {
  /** Of its picture. */
  readonly file: string;
  readonly title: string;
  /** What to look at. */
  readonly remark: string;
  /** Of the page, its lower end alone. */
  readonly isLow?: boolean;
  /** What leads there. */
  act(shop: Shop): Promise<void>;
}

/** Opens the chat and waits until it says something. */
export const until = (text: (texts: Texts) => string) => async (shop: Shop) => {
  await shop.openChat();
  await shop.reads(text(shop.texts));
};

/** The same, where so many lines tell what happened: their words come a moment later. */
export const untilLines = (count: number) => async (shop: Shop) => {
  await shop.openChat();
  await shop.page
    .locator('.line')
    .nth(count - 1)
    .waitFor();
};

/** The same, where something of the chat shows. */
export const untilThere = (selector: string) => async (shop: Shop) => {
  await shop.openChat();
  await shop.page.locator(selector).first().waitFor();
};

export const empty = (texts: Texts) => talkOf({ phase: 'assistant' }, texts, []);

export const questioned = (texts: Texts) =>
  talkOf({ phase: 'assistant' }, texts, [says('visitor', texts.question)]);

export const answered = (texts: Texts) =>
  talkOf({ phase: 'assistant' }, texts, [
    says('visitor', texts.question),
    says('assistant', texts.answer, {
      sources: [{ title: texts.source, url: 'https://shop.example/returns' }],
    }),
  ]);

export const asked = (texts: Texts) => [
  says('visitor', texts.trouble),
  says('visitor', texts.wish),
];

/** Up to the mail that tells the team. */
export const called = (texts: Texts) => [
  ...asked(texts),
  happens({ event: 'escalation.offered', reason: 'asked' }),
  happens({ event: 'escalation.requested', reason: 'asked' }),
  happens({ event: 'notification.sent', escalation: 1 }),
];

export const joined = (texts: Texts) => [
  ...called(texts),
  happens({ event: 'takeover.started', name: texts.agent }),
  says('agent', texts.reply),
];
