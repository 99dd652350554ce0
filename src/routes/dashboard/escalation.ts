/** The escalation page. What it changes takes effect at once, in open conversations too. */
import { penFor } from '../../language/speech.ts';
import { Hono } from 'hono';
import { hoursIn, readHoursForm } from '../../dashboard/hours-form.ts';
import { readLadder, type RungName } from '../../dashboard/ladder-form.ts';
import { pathOf } from '../../dashboard/layout.tsx';
import { sampleMail } from '../../dashboard/sample-mail.ts';
import { textOf } from '../../dashboard/text-field.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { joinAddresses, readAddresses } from '../../site/addresses.ts';
import type { SiteSettings } from '../../site/settings.ts';
import { MAIL_KINDS } from '../../site/team-mails.ts';
import { publicOrigin } from '../public-origin.ts';
import { page, problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { showEscalation, tell } from './escalation-page.ts';
import { requireSite } from './guard.ts';
import { mailAgain } from './mail-again.ts';
import { redirectAfterForm } from './respond.ts';
import { saveAndPush } from './save.ts';
import { mayTest, sendTests, TESTS_PER_HOUR } from './test-mails.ts';

const PAGE = '/app/sites/:site/escalation';

const ACTIONS = ['enable', 'save', 'disable', 'test'] as const;
type Action = (typeof ACTIONS)[number];

export const escalationRoutes = new Hono<DashboardBindings>()
  .get(PAGE, requireSite('owner'), (c) => showEscalation(c))
  .post(PAGE, requireSite('owner'), async (c) => {
    const form = await c.req.formData();
    const address = textOf(form, 'address');
    const action = ACTIONS.find((known) => known === form.get('do')) ?? 'save';
    return action === 'disable' ? disable(c) : act(c, action, address);
  })
  // A form that was refused is shown where it was sent to: whoever asks for that again is led back.
  .on('GET', [`${PAGE}/times`, `${PAGE}/hours`], requireSite('owner'), (c) =>
    redirectAfterForm(c, pathOf(c.get('site').site, 'escalation')),
  )
  .post(`${PAGE}/times`, requireSite('owner'), async (c) => {
    const form = await c.req.formData();
    const text = (name: RungName) => textOf(form, name);
    const values = { remind: text('remind'), ask: text('ask'), close: text('close') };
    const read = readLadder(values);
    if (!read.ok) return showEscalation(c, { times: { values, errors: read.errors } });
    return save(c, { ladder: read.ladder });
  })
  .post(`${PAGE}/hours`, requireSite('owner'), async (c) => {
    const values = hoursIn(await c.req.formData());
    const read = readHoursForm(values, Date.now());
    if (!read.ok) return showEscalation(c, { hours: { values, errors: read.errors } });
    return save(c, { hours: read.hours });
  })
  .post(`${PAGE}/again`, requireSite('owner'), async (c) => {
    const form = await c.req.formData();
    const kind = MAIL_KINDS.find((known) => known === form.get('kind')) ?? 'call';
    const number = Number(textOf(form, 'number'));
    const flash = await mailAgain(c, { conversation: textOf(form, 'conversation'), kind, number });
    return redirectAfterForm(c, `${pathOf(c.get('site').site, 'escalation')}#notifications`, flash);
  })
  // The example for the page’s frame. Mails carry their styles inline, and it is framed by nobody else.
  .get(`${PAGE}/mail`, requireSite('owner'), async (c) => {
    const settings = c.get('settings');
    const pen = await penFor(settings.language);
    const { html } = sampleMail(settings, publicOrigin(c.env, c.req.raw), pen);
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

async function save(
  c: DashboardContext,
  escalation: Partial<SiteSettings['escalation']>,
): Promise<Response> {
  const saved = await saveAndPush(c, { escalation });
  return saved ? tell(c, saved, 'Saved.') : problem(PROBLEMS.notFound);
}

/** The address is kept as it was saved last, for when escalation is enabled again. */
async function disable(c: DashboardContext): Promise<Response> {
  const saved = await saveAndPush(c, { escalation: { enabled: false } });
  return saved ? tell(c, saved, 'Switched off.') : problem(PROBLEMS.notFound);
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
    language: settings.language,
    siteName: settings.name,
    sender: c.get('visit').member.name,
    link: publicOrigin(c.env, c.req.raw) + pathOf(settings.site, 'escalation'),
  });
  return showEscalation(c, { address, tests });
}
