/** The escalation page. What it changes takes effect at once, in open conversations too. */
import { Hono } from 'hono';
import { appliedWords } from '../../dashboard/applied.ts';
import { Escalation, type EscalationFacts } from '../../dashboard/escalation.tsx';
import { pathOf, type Flash } from '../../dashboard/layout.tsx';
import { sampleMail } from '../../dashboard/sample-mail.ts';
import { logEvent } from '../../log.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { assertNever } from '../../protocol/assert-never.ts';
import { joinAddresses, readAddresses } from '../../site/addresses.ts';
import {
  findTeamMail,
  lastTeamMails,
  MAIL_KINDS,
  type MailKey,
  type TeamMail,
} from '../../site/team-mails.ts';
import { publicOrigin } from '../public-origin.ts';
import { page, problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { goOn, show } from './respond.ts';
import { saveAndPush, type Saved } from './save.ts';
import { mayTest, sendTests, TESTS_PER_HOUR } from './test-mails.ts';

/** How many of the last notifications the page shows. */
const SHOWN_NOTIFICATIONS = 20;

const ACTIONS = ['enable', 'save', 'disable', 'test'] as const;
type Action = (typeof ACTIONS)[number];

type Typed = Pick<EscalationFacts, 'address' | 'error' | 'tests'>;

export const escalationRoutes = new Hono<DashboardBindings>()
  .get('/app/sites/:site/escalation', requireSite('owner'), (c) =>
    showEscalation(c, { address: c.get('settings').escalation.address }),
  )
  .post('/app/sites/:site/escalation', requireSite('owner'), async (c) => {
    const form = await c.req.formData();
    const address = textOf(form, 'address');
    const action = ACTIONS.find((known) => known === form.get('do')) ?? 'save';
    return action === 'disable' ? disable(c) : act(c, action, address);
  })
  .post('/app/sites/:site/escalation/again', requireSite('owner'), async (c) => {
    const form = await c.req.formData();
    const kind = MAIL_KINDS.find((known) => known === form.get('kind')) ?? 'call';
    const number = Number(textOf(form, 'number'));
    const flash = await mailAgain(c, { conversation: textOf(form, 'conversation'), kind, number });
    return goOn(c, `${pathOf(c.get('site').site, 'escalation')}#notifications`, flash);
  })
  // The example for the page’s frame. Mails carry their styles inline, and it is framed by nobody else.
  .get('/app/sites/:site/escalation/mail', requireSite('owner'), (c) => {
    const { html } = sampleMail(c.get('settings'), publicOrigin(c.env, c.req.raw));
    const policy = { 'style-src': "'unsafe-inline'", 'frame-ancestors': "'self'" };
    return page(html.replace('<head>', '<head><base target="_blank">'), 200, policy);
  });

async function act(
  c: DashboardContext,
  action: Exclude<Action, 'disable'>,
  address: string,
): Promise<Response> {
  const read = readAddresses(address);
  if (!read.ok) return showEscalation(c, { address, error: read.error });
  if (action === 'test') return test(c, address, read.addresses);
  const wasEnabled = c.get('settings').escalation.enabled;
  // Saving an address switches nothing on again that a colleague has just switched off.
  const saved = await saveAndPush(c, {
    escalation: {
      address: joinAddresses(read.addresses),
      ...(action === 'enable' && { enabled: true }),
    },
  });
  if (!saved) return problem(PROBLEMS.notFound);
  return tell(c, saved, action === 'enable' && !wasEnabled ? 'Switched on.' : 'Saved.');
}

/** The address is kept as it was saved last, for when escalation is enabled again. */
async function disable(c: DashboardContext): Promise<Response> {
  const saved = await saveAndPush(c, { escalation: { enabled: false } });
  return saved ? tell(c, saved, 'Switched off.') : problem(PROBLEMS.notFound);
}

function tell(c: DashboardContext, { settings, applied }: Saved, done: string): Promise<Response> {
  const late = 'Open conversations couldn’t be told just now: please do it once more.';
  const flash: Flash =
    applied === null
      ? { is: 'failed', text: `${done} ${late}` }
      : { is: 'done', text: `${done} ${appliedWords(applied)}`, isAside: true };
  return goOn(c, pathOf(settings.site, 'escalation'), flash);
}

/** Mails what is typed, without saving it. */
async function test(c: DashboardContext, address: string, to: string[]): Promise<Response> {
  const settings = c.get('settings');
  if (!(await mayTest(c.env, c.get('visit').member.id, Date.now()))) {
    const text = `You have sent ${TESTS_PER_HOUR} tests within an hour already. Please try again later.`;
    return showEscalation(c, { address }, { status: 429, flash: { is: 'failed', text } });
  }
  const tests = await sendTests(c.env, {
    to,
    siteName: settings.name,
    sender: c.get('visit').member.name,
    link: publicOrigin(c.env, c.req.raw) + pathOf(settings.site, 'escalation'),
  });
  return showEscalation(c, { address, tests });
}

async function showEscalation(
  c: DashboardContext,
  typed: Typed,
  options: { status?: number; flash?: Flash } = {},
): Promise<Response> {
  const settings = c.get('settings');
  const { status, flash } = options;
  const facts: EscalationFacts = {
    settings,
    ...typed,
    notifications: await lastTeamMails(c.env.DB, settings.site, SHOWN_NOTIFICATIONS),
    agent: c.get('visit').member.name,
    subject: sampleMail(settings, publicOrigin(c.env, c.req.raw)).subject,
    now: Date.now(),
  };
  const shown = {
    title: 'Escalation',
    current: 'escalation' as const,
    lead: 'When a visitor wants a person, your team is called into the chat.',
    body: Escalation(facts),
  };
  return show(c, shown, status, flash && { flash });
}

/** Has the conversation mail the team once more, as long as there is reason to. */
async function mailAgain(c: DashboardContext, key: MailKey): Promise<Flash> {
  const { site } = c.get('site');
  const { conversation } = key;
  const known = await findTeamMail(c.env.DB, site, key);
  if (!known) return { is: 'failed', text: 'There is no such mail any more.' };
  try {
    const { CONVERSATION } = c.env;
    const stub = CONVERSATION.get(CONVERSATION.idFromString(conversation));
    const answer = await stub.mailAgain({ kind: key.kind, number: key.number });
    switch (answer) {
      case 'again':
        return await outcomeOf(c, known);
      case 'not_wanted':
        return {
          is: 'failed',
          text: 'This visitor no longer waits for a person, so nobody was mailed.',
        };
      case 'gone':
        return { is: 'failed', text: 'This conversation is no more, so nobody was mailed.' };
      default:
        return assertNever(answer);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logEvent('notification.retry_failed', { site, conversation, reason });
    return {
      is: 'failed',
      text: 'This conversation couldn’t be reached just now. Please try again.',
    };
  }
}

/** How long a form waits for the mail it had sent once more, and how often it looks. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;

/** The mail usually has gone out before anybody could reload the page. */
async function outcomeOf(c: DashboardContext, before: TeamMail): Promise<Flash> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    await scheduler.wait(LOOK_EVERY_MS);
    const now = await findTeamMail(c.env.DB, before.site, before);
    if (now && now.at > before.at && now.status === 'sent') {
      return { is: 'done', text: `Sent once more, to ${now.address}.` };
    }
  }
  return {
    is: 'done',
    text: 'It is being tried again. Reload the page in a moment to see whether it went out.',
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
