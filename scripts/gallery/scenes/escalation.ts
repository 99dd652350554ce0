/** From the offer of a person to their coming, or to their not coming. */
import { asked, called, type Scene, untilLines, untilThere } from '../scene.ts';
import { NOW, happens, says, talkOf } from '../talk.ts';

/** When the team is back, in the pictures of nobody being there. */
const BACK_AT = Date.UTC(2026, 4, 13, 9);

const SENT = { since: NOW, notified: 'sent' } as const;

export const ESCALATION: readonly Scene[] = [
  {
    file: 'offered',
    title: 'A person is offered',
    remark: 'Nobody is called without a yes.',
    talk: (texts) =>
      talkOf({ phase: 'offered' }, texts, [
        ...asked(texts),
        happens({ event: 'escalation.offered', reason: 'asked' }),
      ]),
    act: untilThere('.choices'),
  },
  {
    file: 'declined',
    title: 'Not now',
    remark: 'The assistant goes on, and can be asked for a person again.',
    talk: (texts) =>
      talkOf({ phase: 'assistant' }, texts, [
        ...asked(texts),
        happens({ event: 'escalation.offered', reason: 'asked' }),
        happens({ event: 'escalation.declined' }),
      ]),
    act: untilLines(1),
  },
  {
    file: 'calling',
    title: 'The team is being told',
    remark: 'A promise only once the mail is on its way.',
    talk: (texts) =>
      talkOf(
        { phase: 'waiting', waiting: { since: NOW, notified: 'pending' } },
        texts,
        called(texts).slice(0, -1),
      ),
    act: untilLines(1),
  },
  {
    file: 'waiting',
    title: 'Waiting for a person',
    remark: 'The team has been told; the assistant stays.',
    talk: (texts) => talkOf({ phase: 'waiting', waiting: SENT }, texts, called(texts)),
    act: untilLines(2),
  },
  {
    file: 'reminded',
    title: 'A long wait',
    remark: 'The team is reminded, and the visitor asked for an address.',
    talk: (texts) =>
      talkOf({ phase: 'waiting', waiting: SENT, asksContact: true }, texts, [
        ...called(texts),
        happens({ event: 'escalation.reminded', escalation: 1 }),
        says('assistant', texts.stillWaiting),
      ]),
    async act(shop) {
      await untilLines(3)(shop);
      await shop.page.locator('.contact').waitFor();
    },
  },
  {
    file: 'address',
    title: 'An address is left',
    remark: 'And the team has it.',
    talk: (texts) =>
      talkOf({ phase: 'waiting', waiting: SENT }, texts, [
        ...called(texts),
        happens({ event: 'contact.captured', email: 'ada@example.com' }),
        happens({ event: 'contact.passed_on' }),
      ]),
    act: untilLines(4),
  },
  {
    file: 'bad-address',
    title: 'An address that cannot be one',
    remark: 'Said beside the field.',
    talk: (texts) =>
      talkOf({ phase: 'waiting', waiting: SENT, asksContact: true }, texts, called(texts)),
    refusesAddress: true,
    async act(shop) {
      await untilThere('.contact')(shop);
      await shop.page.locator('.contact input').fill('ada@example');
      await shop.page.locator('.contact button').click();
      await shop.page.locator('.contact .bad').waitFor();
    },
  },
  {
    file: 'later',
    title: 'An offer outside hours',
    remark: 'When the team is back, before anything is promised.',
    talk: (texts) =>
      talkOf({ phase: 'offered' }, texts, [
        ...asked(texts),
        happens({ event: 'escalation.offered', reason: 'asked', backAt: BACK_AT }),
      ]),
    act: untilThere('.choices'),
  },
  {
    file: 'nobody',
    title: 'Nobody is there',
    remark: 'When the team is back, and a form for an address.',
    talk: (texts) =>
      talkOf(
        { phase: 'waiting', waiting: { ...SENT, backAt: BACK_AT }, asksContact: true },
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
    file: 'untold',
    title: 'The team cannot be told',
    remark: 'It says so, and asks for an address.',
    talk: (texts) =>
      talkOf(
        { phase: 'waiting', waiting: { since: NOW, notified: 'failed' }, asksContact: true },
        texts,
        [...called(texts).slice(0, -1), happens({ event: 'notification.failed', escalation: 1 })],
      ),
    async act(shop) {
      await untilLines(2)(shop);
      await shop.page.locator('.contact').waitFor();
    },
  },
  {
    file: 'expired',
    title: 'Nobody has come',
    remark: 'The wait ends with words, not with silence.',
    talk: (texts) =>
      talkOf({ phase: 'assistant' }, texts, [
        ...called(texts),
        happens({ event: 'escalation.expired' }),
      ]),
    act: untilLines(3),
  },
];
