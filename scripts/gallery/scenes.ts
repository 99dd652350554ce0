/** What the gallery shows: every phase of the chat. */
import { NOW, happens, says, talkOf } from './talk.ts';
import type { Props, Shop } from './shop.ts';
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

const open = (shop: Shop) => shop.openChat();

/** Opens the chat and waits until it says something. */
const until = (text: (texts: Texts) => string) => async (shop: Shop) => {
  await shop.openChat();
  await shop.reads(text(shop.texts));
};

/** The same, where so many lines tell what happened: their words come a moment later. */
const untilLines = (count: number) => async (shop: Shop) => {
  await shop.openChat();
  await shop.page
    .locator('.line')
    .nth(count - 1)
    .waitFor();
};

const empty = (texts: Texts) => talkOf({ phase: 'assistant' }, texts, []);

const answered = (texts: Texts) =>
  talkOf({ phase: 'assistant' }, texts, [
    says('visitor', texts.question),
    says('assistant', texts.answer, {
      sources: [{ title: texts.source, url: 'https://shop.example/returns' }],
    }),
  ]);

const asked = (texts: Texts) => [says('visitor', texts.trouble), says('visitor', texts.wish)];

const joined = (texts: Texts) => [
  ...asked(texts),
  happens({ event: 'escalation.offered', reason: 'asked' }),
  happens({ event: 'escalation.requested', reason: 'asked' }),
  happens({ event: 'notification.sent', escalation: 1 }),
  happens({ event: 'takeover.started', name: texts.agent }),
  says('agent', texts.reply),
];

/** When the team is back, in the picture of nobody being there. */
const BACK_AT = Date.UTC(2026, 4, 13, 9);

export const SCENES: readonly Scene[] = [
  {
    file: 'launcher',
    title: 'The launcher',
    remark: 'Round, with the number of unread messages.',
    talk: (texts) => talkOf({ phase: 'assistant' }, texts, [says('visitor', texts.question)]),
    isLow: true,
    async act(shop) {
      await shop.openChat();
      await shop.closeChat();
      const author = { role: 'assistant' } as const;
      const entry = { kind: 'message', seq: 3, at: NOW, author, text: shop.texts.draft } as const;
      shop.tell({ type: 'entry', entry });
      await shop.page.locator('.badge').getByText(/./).waitFor();
    },
  },
  {
    file: 'text-launcher',
    title: 'The launcher with words on it',
    remark: 'As an owner may prefer it.',
    talk: empty,
    hasLauncherText: true,
    isLow: true,
    async act(shop) {
      await shop.openChat();
      await shop.closeChat();
    },
  },
  {
    file: 'bubble',
    title: 'The greeting',
    remark: 'Beside the launcher, once a day, where a screen has room for it; a phone has none.',
    talk: empty,
    greets: true,
    isLow: true,
    async act(shop) {
      if (shop.variant.device === 'desktop') await shop.page.locator('.notice').waitFor();
    },
  },
  {
    file: 'empty',
    title: 'An empty chat',
    remark: 'The site’s greeting, and a place to write in.',
    talk: empty,
    act: open,
  },
  {
    file: 'answer',
    title: 'An answer',
    remark: 'Emphasis and lists, and what the answer rests on.',
    talk: answered,
    act: until((texts) => texts.source),
  },
  {
    file: 'streaming',
    title: 'An answer being written',
    remark: 'Word by word, as it comes.',
    talk: (texts) => talkOf({ phase: 'assistant' }, texts, [says('visitor', texts.question)]),
    async act(shop) {
      await until((texts) => texts.question)(shop);
      shop.tell({ type: 'draft', turn: 1, text: shop.texts.draft });
      await shop.reads(shop.texts.draft);
    },
  },
  {
    file: 'offered',
    title: 'A person is offered',
    remark: 'Nobody is called without a yes.',
    talk: (texts) =>
      talkOf({ phase: 'offered' }, texts, [
        ...asked(texts),
        happens({ event: 'escalation.offered', reason: 'asked' }),
      ]),
    act: async (shop) => {
      await shop.openChat();
      await shop.page.locator('.choices').waitFor();
    },
  },
  {
    file: 'waiting',
    title: 'Waiting for a person',
    remark: 'The team has been told; the assistant stays.',
    talk: (texts) =>
      talkOf({ phase: 'waiting', waiting: { since: NOW, notified: 'sent' } }, texts, [
        ...asked(texts),
        happens({ event: 'escalation.offered', reason: 'asked' }),
        happens({ event: 'escalation.requested', reason: 'asked' }),
        happens({ event: 'notification.sent', escalation: 1 }),
      ]),
    act: untilLines(2),
  },
  {
    file: 'nobody',
    title: 'Nobody is there',
    remark: 'When the team is back, and a form for an address.',
    talk: (texts) =>
      talkOf(
        {
          phase: 'waiting',
          waiting: { since: NOW, notified: 'sent', backAt: BACK_AT },
          asksContact: true,
        },
        texts,
        [
          ...asked(texts),
          happens({ event: 'escalation.offered', reason: 'asked', backAt: BACK_AT }),
          happens({ event: 'escalation.requested', reason: 'asked', backAt: BACK_AT }),
          happens({ event: 'notification.sent', escalation: 1 }),
        ],
      ),
    async act(shop) {
      await untilLines(2)(shop);
      await shop.page.locator('.contact').waitFor();
    },
  },
  {
    file: 'human',
    title: 'A person is there',
    remark: 'In the header and in every line; three dots while they write.',
    talk: (texts) =>
      talkOf({ phase: 'human', agent: { name: texts.agent, away: false } }, texts, joined(texts)),
    async act(shop) {
      await untilLines(3)(shop);
      shop.tell({ type: 'typing', role: 'agent', name: shop.texts.agent });
      await shop.page.locator('.typing').waitFor();
    },
  },
  {
    file: 'interrupted',
    title: 'An answer that was cut off',
    remark: 'By a person who took over; it says so.',
    talk: (texts) =>
      talkOf({ phase: 'human', agent: { name: texts.agent, away: true } }, texts, [
        says('visitor', texts.question),
        says('assistant', texts.draft, { interrupted: true }),
        happens({ event: 'takeover.started', name: texts.agent }),
        says('agent', texts.reply),
      ]),
    act: untilLines(1),
  },
  {
    file: 'ended',
    title: 'The end',
    remark: 'And how to start again.',
    talk: (texts) =>
      talkOf({ phase: 'ended' }, texts, [
        ...joined(texts),
        says('agent', texts.more),
        happens({ event: 'conversation.ended', by: 'agent' }),
      ]),
    act: untilLines(4),
  },
  {
    file: 'offline',
    title: 'Offline',
    remark: 'What is said goes out as soon as there is a network again.',
    talk: answered,
    async act(shop) {
      await until((texts) => texts.source)(shop);
      await shop.page.context().setOffline(true);
      await shop.page.locator('.note').first().getByText(/./).waitFor();
    },
  },
  {
    file: 'not-sent',
    title: 'Not sent',
    remark: 'Why, and a way to try again.',
    talk: (texts) =>
      talkOf({ phase: 'human', agent: { name: texts.agent, away: false } }, texts, joined(texts)),
    async act(shop) {
      await untilLines(3)(shop);
      await shop.say(shop.texts.late);
      await shop.page.locator('small.bad').waitFor();
    },
  },
  {
    file: 'menu',
    title: 'The menu',
    remark: 'For those who want to keep, silence, delete or end a chat.',
    talk: answered,
    async act(shop) {
      await until((texts) => texts.source)(shop);
      await shop.page.locator('.menu > button').click();
      await shop.page.locator('[role=menuitem]').first().waitFor();
    },
  },
  {
    file: 'delete',
    title: 'Before a chat is deleted',
    remark: 'The focus is on the button that does no harm.',
    talk: answered,
    async act(shop) {
      await until((texts) => texts.source)(shop);
      await shop.page.locator('.menu > button').click();
      await shop.page.locator('[role=menuitem]').nth(2).click();
      await shop.page.locator('.question').waitFor();
    },
  },
];
