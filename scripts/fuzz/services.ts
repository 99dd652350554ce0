/** What the configuration gives to the object: D1, the website's monitor, a mail server. */
import type { Env } from '../../src/env.ts';
import type { Dismissed, Report, ReportAnswer } from '../../src/monitor/report.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import type { Life } from './life.ts';
import type { Outcome, Outside } from './outside.ts';
import type { EmailMessage } from './stand-ins/email.ts';

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
  /** The owner's settings as they are now. */
  settings: SiteSettings;
  /** The website was deleted. */
  isRetired: boolean;
  /** Who the monitor would say was let go. */
  dismissed: Dismissed[];
  now(): number;
  /** Somebody hands a mail to the server: which escalation it is of, and to whom it goes. */
  onMail(escalation: number, to: string): void;
  /** The server has taken it. */
  onAccepted(escalation: number): void;
  /** D1 holds a row that says that the mail was accepted. */
  onReceipt(escalation: number): void;
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
    BATON_SECRET: 'a-secret-for-runs-of-48-characters-0000000000000',
    MAIL_FROM: 'Baton <baton@acme.example>',
  });
}

function databaseOf(services: Services, life: Life) {
  const write = (statements: readonly Prepared[]) => {
    life.mustBeAlive();
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
  const prepare = (query: string) => ({
    query,
    bindings: [],
    bind: (...bindings: unknown[]) => ({
      query,
      bindings,
      run: () => write([{ query, bindings }]),
    }),
  });
  return { prepare, batch: write };
}

/** Only whether there is anything of the conversation matters here, not what. */
function apply(services: Services, { query, bindings }: Prepared): void {
  const [, verb, table = ''] = /^\s*(INSERT|DELETE)\b.*?\b(?:INTO|FROM) (\w+)/.exec(query) ?? [];
  if (table === 'model_trouble' || table === 'conversation_search') return;
  if (verb === 'DELETE' && !services.neverForgets) services.indexed.delete(table);
  if (verb === 'INSERT') services.indexed.add(table);
  if (verb === 'INSERT' && table === 'notification' && bindings[4] === 'sent')
    services.onReceipt(Number(bindings[1]));
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
      const land = () => {
        hear(services, report);
      };
      return services.outside.ask<ReportAnswer>({
        party: 'monitor',
        lands: land,
        outcomes: ({ resolve, reject }) => [
          { name: 'heard', weight: 8, come: () => (land(), resolve(answerTo(services, report))) },
          failed(reject),
        ],
      });
    },
    gone: () => {
      life.mustBeAlive();
      const land = () => {
        services.monitored = null;
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

function answerTo(services: Services, { settingsVersion }: Report): ReportAnswer {
  const { settings, isWatched, isRetired, dismissed } = services;
  return {
    watched: isWatched,
    asOf: services.now(),
    ...(settings.version > settingsVersion && { settings }),
    ...(isRetired && { isRetired: true as const }),
    ...(dismissed.length > 0 && { dismissed }),
  };
}

function sendMail(services: Services, { raw, to }: EmailMessage): Promise<unknown> {
  const escalation = Number(/^Message-ID: <\w+\.(\d+)@/m.exec(raw)?.[1] ?? Number.NaN);
  services.onMail(escalation, to);
  const land = () => services.onAccepted(escalation);
  return services.outside.ask<void>({
    party: 'mail',
    lands: land,
    outcomes: ({ resolve, reject }) => [
      { name: 'accepted', weight: 6, come: () => (land(), resolve()) },
      { name: 'refused', weight: 3, come: () => reject(new Error('550 no such mailbox')) },
      {
        name: 'accepted, and the answer lost',
        weight: 1,
        come: () => (land(), reject(new Error('connection reset'))),
      },
    ],
  });
}
