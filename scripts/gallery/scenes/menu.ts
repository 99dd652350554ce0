/** The menu, and what it asks. */
import { answered, empty, type Scene, until } from '../scene.ts';
import type { Shop } from '../shop.ts';

const openMenu = async (shop: Shop) => {
  await until((texts) => texts.source)(shop);
  await shop.page.locator('.menu > button').click();
  await shop.page.locator('[role=menuitem]').first().waitFor();
};

/** Chooses from it, by keyboard, what asks a question first: where the focus goes can be seen. */
const choose = async (shop: Shop, item: number) => {
  await until((texts) => texts.source)(shop);
  await shop.page.locator('.menu > button').press('Enter');
  await shop.page.locator('[role=menuitem]').nth(item).press('Enter');
  await shop.page.locator('.question').waitFor();
};

const DELETE = 2;
const END = 3;

export const MENU: readonly Scene[] = [
  {
    file: 'menu',
    title: 'The menu',
    remark: 'For those who want to keep, silence, delete or end a chat.',
    talk: answered,
    act: openMenu,
  },
  {
    file: 'delete',
    title: 'Before a chat is deleted',
    remark: 'The focus is on the button that does no harm.',
    talk: answered,
    act: (shop) => choose(shop, DELETE),
  },
  {
    file: 'deleted',
    title: 'A chat was deleted',
    remark: 'And the next one can begin.',
    talk: answered,
    talkAfterwards: empty,
    async act(shop) {
      await choose(shop, DELETE);
      await shop.page.locator('.question .primary').click();
      await shop.page.locator('.line').waitFor();
    },
  },
  {
    file: 'end',
    title: 'Before a chat is ended',
    remark: 'The same question, for less.',
    talk: answered,
    act: (shop) => choose(shop, END),
  },
];
