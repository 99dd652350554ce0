import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isForEveryone } from './for-everyone.ts';
import { openBrowser, Visitor, watch } from './people.ts';
import { Server } from './server.ts';

const DAY_MS = 86_400_000;

/** Opens in three days, at nine in Greenwich, and never otherwise: whenever this runs, nobody is there. */
const opening = new Date(Math.floor(Date.now() / DAY_MS + 3) * DAY_MS + 9 * 3_600_000);
const hours = {
  timeZone: 'UTC',
  week: Array.from({ length: 7 }, (_, day) =>
    day === (opening.getUTCDay() + 6) % 7 ? [{ from: 540, to: 1020 }] : [],
  ),
  exceptions: [],
};

const VISITOR = { locale: 'en-GB', timezoneId: 'Asia/Tokyo' } as const;

/** The same moment, by the visitor’s clock. */
const whenBack = (): string => {
  const when = new Intl.DateTimeFormat(VISITOR.locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: VISITOR.timezoneId,
  });
  return `The team will be back: ${when.format(opening)}.`;
};

/** The demo shop, with these hours. */
async function startWithHours(): Promise<Server> {
  const state = await mkdtemp(join(tmpdir(), 'baton-test-'));
  await cp(inject('firstState'), state, { recursive: true });
  const files = await readdir(state, { recursive: true });
  const file = files.find((name) => /D1DatabaseObject[\\/][0-9a-f]{64}\.sqlite$/.test(name));
  const db = new DatabaseSync(join(state, file ?? ''));
  db.prepare("UPDATE site SET hours = ?, version = version + 1 WHERE id = 'demo'").run(
    JSON.stringify(hours),
  );
  db.close();
  return Server.startOn(state);
}

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWithHours(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('outside business hours', () => {
  it('an offer says when the team is back, and an address is asked for and passed on', async () => {
    const context = await browser.newContext({
      ...VISITOR,
      viewport: { width: 1280, height: 800 },
    });
    const { page, complaints } = watch(await context.newPage());
    const visitor = new Visitor(page);
    await visitor.openChat(server.origin);
    await visitor.say('Can I talk to a person?');
    await visitor.reads(`Nobody is here right now. ${whenBack()} Shall I let them know?`);
    const email = visitor.log.getByRole('textbox', { name: /Leave your email address/ });
    await email.waitFor();
    await isForEveryone(page, 'nobody there');

    await page.getByRole('button', { name: 'Yes, connect me' }).click();
    await page.getByRole('status').getByText('Waiting for a team member…').waitFor();
    await page.getByRole('dialog').locator('.head').getByText(whenBack()).waitFor();
    await email.fill('ada@example');
    await visitor.log.getByRole('button', { name: 'Send' }).click();
    await visitor.log.getByRole('alert').getByText('Please check the email address.').waitFor();
    expect(await email.inputValue()).toBe('ada@example');
    await isForEveryone(page, 'a wrong address');
    await email.fill('ada@example.com');
    await visitor.log.getByRole('button', { name: 'Send' }).click();
    await visitor.reads('Your address is kept: ada@example.com');
    await visitor.reads('The team has your address now');
    expect(await email.count()).toBe(0);

    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').locator('.head').getByText(whenBack()).waitFor({
      state: 'detached',
    });
    expect(complaints).toEqual([]);
  });
});
