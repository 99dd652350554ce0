/** The chat before it is open. */
import { empty, questioned, type Scene } from '../scene.ts';
import { NOW } from '../talk.ts';

export const CLOSED: readonly Scene[] = [
  {
    file: 'launcher',
    title: 'The launcher',
    remark: 'Round, and as quiet as a button can be.',
    talk: empty,
    isLow: true,
    act: (shop) => shop.page.locator('.launcher').waitFor(),
  },
  {
    file: 'unread',
    title: 'Unread messages',
    remark: 'Their number, for whoever has closed the chat.',
    talk: questioned,
    hasMissed: true,
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
    file: 'unreachable',
    title: 'The chat cannot be reached',
    remark: 'What a press on the launcher tells then; the next press tries again.',
    talk: empty,
    isUnreachable: true,
    isLow: true,
    async act(shop) {
      await shop.page.locator('.launcher').click();
      await shop.page.locator('.notice').getByText(/./).first().waitFor();
    },
  },
];
