/** A live view: a member's socket to the monitor of a website. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { monitorOf } from '../../src/monitor/monitor-of.ts';
import { MAILS_PER_HOUR } from '../../src/monitor/post.ts';
import type { Card, MonitorFrame } from '../../src/protocol/monitor.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { findSite } from '../../src/site/sites.ts';
import { bindings, upgrade } from './client.ts';
import { newSignedIn, type SignedIn } from './members.ts';
import { eventually } from './stage.ts';
import { StandIn } from './stand-in.ts';

export class LiveView {
  readonly frames: MonitorFrame[] = [];
  readonly closed: Promise<CloseEvent>;
  readonly #socket: WebSocket;
  #pongs = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    socket.addEventListener('message', ({ data }) => {
      if (data === 'pong') this.#pongs += 1;
      else if (typeof data === 'string') this.frames.push(JSON.parse(data));
    });
    socket.accept();
  }

  raw(data: string | ArrayBuffer): void {
    this.#socket.send(data);
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** Says hello and answers with the cards of the snapshot. */
  async hello(): Promise<Card[]> {
    const from = this.frames.length;
    this.raw('{"type":"hello","protocol":1}');
    return this.until((frame) => (frame.type === 'snapshot' ? frame.cards : undefined), from);
  }

  /** The first frame, from number `from` on, for which `ask` has an answer. */
  until<T>(ask: (frame: MonitorFrame) => T | undefined, from = 0): Promise<T> {
    return eventually(() => {
      for (const frame of this.frames.slice(from)) {
        const found = ask(frame);
        if (found !== undefined) return found;
      }
      return undefined;
    });
  }

  /** The next card of a conversation that shows that last line. */
  card(conversation: string, lastLine: string): Promise<Card> {
    return this.until((frame) =>
      frame.type === 'card' &&
      frame.card.conversation === conversation &&
      frame.card.lastLine === lastLine
        ? frame.card
        : undefined,
    );
  }

  gone(conversation: string): Promise<true> {
    return this.until((frame) =>
      frame.type === 'gone' && frame.conversation === conversation ? true : undefined,
    );
  }

  refusal(): Promise<string> {
    return this.until((frame) => (frame.type === 'refused' ? frame.code : undefined));
  }

  /** The answer to a ping. */
  pong(): Promise<true> {
    return eventually(() => this.#pongs > 0 || undefined);
  }

  /** Everything sent up to now has been seen once this resolves: frames are handled in order. */
  async settled(): Promise<void> {
    const from = this.frames.length;
    this.raw('{"type":"settle"}');
    await this.until((frame) => frame.type === 'refused' || undefined, from);
  }
}

export const monitorPath = (site: string) => `/v1/sites/${site}/monitor`;

/** Opens a live view without a word. */
export async function openLive(site: string, who: SignedIn): Promise<LiveView> {
  const response = await upgrade(monitorPath(site), ['baton.v1'], { Cookie: who.cookie });
  if (!response.webSocket) throw new Error(`upgrade refused with ${response.status}`);
  return new LiveView(response.webSocket);
}

/** Opens a live view and says hello. */
export async function watch(site: string, who: SignedIn): Promise<LiveView> {
  const view = await openLive(site, who);
  await view.hello();
  return view;
}

/** A website of its own for one test. */
export async function newSite(): Promise<string> {
  const id = `site-${crypto.randomUUID().slice(0, 8)}`;
  await createSite(id, Date.now());
  return id;
}

export async function createSite(id: string, at: number): Promise<void> {
  await bindings.DB.prepare(
    "INSERT INTO site (id, name, domains, owner, created_at) VALUES (?, 'A shop', '', '', ?)",
  )
    .bind(id, at)
    .run();
}

export async function removeSite(id: string): Promise<void> {
  await bindings.DB.prepare('DELETE FROM site WHERE id = ?').bind(id).run();
}

export const monitorStub = (site: string) => monitorOf(bindings, site);

/** Puts the monitor through hibernation: its memory is gone, its sockets and rows are not. */
export const evictMonitor = (site: string) => evictDurableObject(monitorStub(site));

/** Waits until the monitor has seen the last socket close. */
export async function leftAlone(site: string): Promise<void> {
  await eventually(() =>
    runInDurableObject(
      monitorStub(site),
      (_, state) => state.getWebSockets().length === 0 || undefined,
    ),
  );
}

/** Lets time pass for a monitor's errands and for what it has heard, then rings its alarm. */
export async function passMonitorTime(site: string, ms: number): Promise<void> {
  await runInDurableObject(monitorStub(site), (_, { storage }) => {
    storage.sql.exec('UPDATE errand SET due = due - ?', ms);
    storage.sql.exec(
      "UPDATE errand SET body = json_set(body, '$.since', body ->> 'since' - ?) WHERE type = 'retire'",
      ms,
    );
    storage.sql.exec('UPDATE card SET at = at - ?', ms);
    storage.sql.exec('UPDATE posted SET at = at - ?', ms);
    storage.sql.exec('UPDATE dismissal SET at = at - ?', ms);
  });
  await evictMonitor(site);
  await runDurableObjectAlarm(monitorStub(site));
}

type Table = 'card' | 'errand' | 'dismissal' | 'held_mail';

/** How many rows a table of the monitor's has. */
export function rowsIn(site: string, table: Table): Promise<number> {
  return runInDurableObject(
    monitorStub(site),
    (_, { storage }) =>
      storage.sql.exec<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).one().count,
  );
}

/** A website of its own for one test, somebody of its team, signed in, and its monitor. */
export async function newTeam() {
  const site = await newSite();
  const who = await newSignedIn({ sites: { [site]: 'agent' } });
  return { site, who, monitor: monitorStub(site) };
}

/** A website's settings, as if they had been saved with a change. */
export async function settingsOf(
  site: string,
  change: Partial<SiteSettings>,
): Promise<SiteSettings> {
  const settings = await findSite(bindings.DB, site);
  if (!settings) throw new Error('no such website');
  return { ...settings, ...change };
}

/** A website with so many conversations that have reported once. */
export async function newTeamWith(count: number) {
  const team = await newTeam();
  const conversations = Array.from({ length: count }, () => new StandIn());
  for (const one of conversations) await team.monitor.report(one.report());
  return { ...team, conversations };
}

/** Resolves once the monitor has done everything it meant to do. */
export async function nothingLeftToDo(site: string): Promise<void> {
  while ((await rowsIn(site, 'errand')) > 0) await scheduler.wait(1);
}

/** Forgets how much was mailed to a website's team: a test is not to suffer from the ones before it. */
export async function forgetMails(site: string): Promise<void> {
  await runInDurableObject(monitorStub(site), (_, { storage }) => {
    storage.sql.exec('DELETE FROM posted');
  });
}

/** Mails a website's team as often as is allowed within an hour. */
export async function spendMails(site: string): Promise<void> {
  await runInDurableObject(monitorStub(site), (_, { storage }) => {
    for (let number = 1; number <= MAILS_PER_HOUR; number++) {
      storage.sql.exec(
        "INSERT INTO posted (conversation, kind, number, at) VALUES ('others', 'call', ?, ?)",
        number,
        Date.now(),
      );
    }
  });
}
