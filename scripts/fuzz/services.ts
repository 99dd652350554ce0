/** What the configuration gives to the object: D1, the website's monitor, a mail server. */
import type { Env } from '../../src/env.ts';
import type { MailAnswer, Dismissed, Report, ReportAnswer } from '../../src/monitor/report.ts';
import { MAIL_KINDS, type MailKey } from '../../src/site/team-mails.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import type { Life } from './life.ts';
import type { Outcome, Outside } from './outside.ts';
import { hookRow } from './receivers.ts';
import type { EmailMessage } from './stand-ins/email.ts';
import { BATON_SECRET } from './tellings.ts';

/** Which mail to the team: `call 1`. */
export const mailKey = ({ kind, number }: Omit<MailKey, 'conversation'>): string =>
  `${kind} ${number}`;

/** What the services know, whichever instance told them. */
export interface Services {
  outside: Outside;
  /** The tables of D1 that hold something of the conversation. */
  indexed: Set<string>;
  /** The monitor goes by the first report for good: a fault. */
  isDeaf: boolean;
  /** D1 removes nothing: a fault. */
  neverForgets: boolean;
  /** What the monitor was told last of the conversation; null if it knows of none. */
  monitored: Report | null;
  isWatched: boolean;
  /** The monitor has answered a report of the instance that there is now. */
  isReported: boolean;
  /** The owner's settings as they are now. */
  settings: SiteSettings;
  /** The website was deleted. */
  isRetired: boolean;
  /** Mails that the monitor has taken on, by their keys, and has not said the end of. */
  held: Map<string, Omit<MailKey, 'conversation'>>;
  /** Webhooks that D1 has no row of any more. */
  removedHooks: Set<string>;
  /** Who the monitor would say was let go. */
  dismissed: Dismissed[];
  now(): number;
  /** Something leaves that is to be stored, shown or read elsewhere. */
  onTold(text: string): void;
  /** Somebody hands a mail to the server: which it is, and to whom it goes. */
  onMail(mail: Omit<MailKey, 'conversation'>, to: string): void;
  /** The server has taken it. */
  onAccepted(key: string): void;
  /** It has, and the object has heard so: which mail to whom, and how long that took. */
  onTaken(mail: Omit<MailKey, 'conversation'>, to: string, tookMs: number): void;
  /** D1 holds what became of a delivery. */
  onRecorded(id: string, status: string): void;
  /** D1 holds a row that says that the mail was accepted. */
  onReceipt(key: string): void;
}

interface Prepared {
  query: string;
  bindings: unknown[];
}

/** The environment as one instance has it. */
export function envOf(services: Services, life: Life): Env {
  return Object.assign(Object.create(null), {
    DB: databaseOf(services, life),
    MONITOR: monitorOf(services, life),
    EMAIL: {
      send: (message: EmailMessage) => {
        life.mustBeAlive();
        return sendMail(services, message);
      },
    },
    BATON_ENV: 'production',
    BATON_SECRET,
    MAIL_FROM: 'Baton <baton@acme.example>',
  });
}

function databaseOf(services: Services, life: Life) {
  const write = (statements: readonly Prepared[]) => {
    life.mustBeAlive();
    for (const { bindings } of statements) services.onTold(JSON.stringify(bindings));
    const land = () => statements.forEach((statement) => apply(services, statement));
    return services.outside.ask<void>({
      party: 'd1',
      lands: land,
      outcomes: ({ resolve, reject }) => [
        { name: 'written', weight: 8, come: () => (land(), resolve()) },
        { name: 'failed', weight: 1, come: () => reject(new Error('D1 is out of reach')) },
        {
          name: 'written, and the answer lost',
          weight: 1,
          come: () => (land(), reject(new Error('D1 did not answer'))),
        },
      ],
    });
  };
  /** Of all that is looked up, a conversation looks up webhooks alone. */
  const find = ([, id]: unknown[]) => {
    life.mustBeAlive();
    return services.outside.ask<Record<string, string> | null>({
      party: 'd1',
      outcomes: ({ resolve, reject }) => [
        { name: 'found', weight: 9, come: () => resolve(hookIn(services, id)) },
        { name: 'failed', weight: 1, come: () => reject(new Error('D1 is out of reach')) },
      ],
    });
  };
  const prepare = (query: string) => ({
    query,
    bindings: [],
    bind: (...bindings: unknown[]) => ({
      query,
      bindings,
      run: () => write([{ query, bindings }]),
      first: () => find(bindings),
    }),
  });
  return { prepare, batch: write };
}

/** Only whether there is anything of the conversation matters here, not what. */
function apply(services: Services, { query, bindings }: Prepared): void {
  const [, verb, table = ''] = /^\s*(INSERT|DELETE)\b.*?\b(?:INTO|FROM) (\w+)/.exec(query) ?? [];
  if (table === 'model_trouble' || table === 'conversation_search') return;
  if (verb === 'DELETE' && !services.neverForgets) services.indexed.delete(table);
  if (verb !== 'INSERT') return;
  services.indexed.add(table);
  if (table === 'webhook_delivery') services.onRecorded(String(bindings[0]), String(bindings[7]));
  const [, kind, number, , , status] = bindings;
  if (table === 'team_mail' && status === 'sent')
    services.onReceipt(`${String(kind)} ${Number(number)}`);
}

function hookIn({ settings, removedHooks }: Services, id: unknown): Record<string, string> | null {
  const hook = settings.webhooks.find((one) => one.id === id && !removedHooks.has(one.id));
  return hook ? hookRow(hook) : null;
}

function monitorOf(services: Services, life: Life) {
  const failed = (reject: (error: Error) => void): Outcome => ({
    name: 'out of reach',
    weight: 1,
    come: () => reject(new Error('The monitor is out of reach')),
  });
  const stub = {
    report: (report: Report) => {
      life.mustBeAlive();
      services.onTold(JSON.stringify(report));
      const land = () => {
        hear(services, report);
      };
      return services.outside.ask<ReportAnswer>({
        party: 'monitor',
        lands: land,
        outcomes: ({ resolve, reject }) => [
          {
            name: 'heard',
            weight: 8,
            come: () => (land(), (services.isReported = true), resolve(answerTo(services, report))),
          },
          failed(reject),
        ],
      });
    },
    holdsMail: (mail: MailKey, _: string, version: number) => {
      life.mustBeAlive();
      const key = mailKey(mail);
      const hold = () => void services.held.set(key, { kind: mail.kind, number: mail.number });
      return services.outside.ask<MailAnswer>({
        party: 'monitor',
        outcomes: ({ resolve, reject }) => [
          {
            name: services.held.has(key) ? 'still held' : 'may leave',
            weight: 6,
            come: () =>
              resolve({ isHeld: services.held.has(key), ...newerThan(services, version) }),
          },
          {
            name: 'held',
            weight: 1.5,
            come: () => (hold(), resolve({ isHeld: true, ...newerThan(services, version) })),
          },
          failed(reject),
          {
            name: 'held, and the answer lost',
            weight: 0.5,
            come: () => (hold(), reject(new Error('The monitor did not answer'))),
          },
        ],
      });
    },
    gone: () => {
      life.mustBeAlive();
      const land = () => {
        services.monitored = null;
        services.held.clear();
      };
      return services.outside.ask<void>({
        party: 'monitor',
        lands: land,
        outcomes: ({ resolve, reject }) => [
          { name: 'forgotten', weight: 8, come: () => (land(), resolve()) },
          failed(reject),
        ],
      });
    },
  };
  return { idFromName: (site: string) => site, get: () => stub };
}

/** The monitor takes in how the conversation stands: of two reports the later one is right. */
export function hear(services: Services, report: Report | null): void {
  const { monitored, isDeaf } = services;
  if (!report || (monitored && (isDeaf || monitored.at > report.at))) return;
  services.monitored = report;
}

function newerThan({ settings }: Services, version: number): { settings?: SiteSettings } {
  return settings.version > version ? { settings } : {};
}

function answerTo(services: Services, { settingsVersion }: Report): ReportAnswer {
  const { isWatched, isRetired, dismissed } = services;
  return {
    watched: isWatched,
    asOf: services.now(),
    ...newerThan(services, settingsVersion),
    ...(isRetired && { isRetired: true as const }),
    ...(dismissed.length > 0 && { dismissed }),
  };
}

function sendMail(services: Services, { raw, to }: EmailMessage): Promise<unknown> {
  const [, name, number] = /^Message-ID: <\w+\.(\w+)\.(\d+)@/m.exec(raw) ?? [];
  const kind = MAIL_KINDS.find((known) => known === name);
  if (!kind) throw new Error('A mail that nobody knows.');
  const mail = { kind, number: Number(number) };
  services.onMail(mail, to);
  services.onTold(raw);
  const sentAt = services.now();
  const land = () => services.onAccepted(mailKey(mail));
  const taken = () => services.onTaken(mail, to, services.now() - sentAt);
  return services.outside.ask<void>({
    party: 'mail',
    lands: land,
    outcomes: ({ resolve, reject }) => [
      { name: 'accepted', weight: 6, come: () => (land(), taken(), resolve()) },
      { name: 'refused', weight: 1, come: () => reject(new Error('550 no such mailbox')) },
      { name: 'put off', weight: 2, come: () => reject(new Error('451 try again later')) },
      {
        name: 'accepted, and the answer lost',
        weight: 1,
        come: () => (land(), reject(new Error('connection reset'))),
      },
    ],
  });
}
