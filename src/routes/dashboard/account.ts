/** A member's own matters: where they land, what they are called, and signing out. */
import { Hono } from 'hono';
import { AccountPage, NoWebsite } from '../../dashboard/account.tsx';
import { pathOf } from '../../dashboard/layout.tsx';
import { STILL_OPEN_PATH } from '../../dashboard/sign-in.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import { renameMember } from '../../team/members.ts';
import { MAX_NAME_CHARS, parseName } from '../../team/name.ts';
import type { Dismissal } from '../../monitor/report.ts';
import { endSession, endSessions, sessionsOf } from '../../team/sessions.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { dismissFrom } from './dismiss.ts';
import { redirectAfterForm, show } from './respond.ts';
import { takeCookie } from './session-cookie.ts';

const ACCOUNT = '/app/account';

export const accountRoutes = new Hono<DashboardBindings>()
  .get('/app', async (c) => {
    const { member, memberships, mayCreate } = c.get('visit');
    const [first] = memberships;
    if (first) return c.redirect(pathOf(first.site, 'live'), 303);
    if (mayCreate) return c.redirect('/app/sites/new', 303);
    return show(c, { title: 'Welcome', body: NoWebsite({ member }) }, 403);
  })
  .get(ACCOUNT, async (c) => showAccount(c))
  .post(ACCOUNT, async (c) => {
    const text = textOf(await c.req.formData(), 'name');
    const name = parseName(text);
    if (name === null) return showAccount(c, text);
    await renameMember(c.env.DB, c.get('visit').member.id, name);
    return redirectAfterForm(c, ACCOUNT, {
      is: 'done',
      text: `Saved. Visitors will know you as ${name}.`,
    });
  })
  .post('/app/sign-out', async (c) => {
    const { member, session } = c.get('visit');
    await endSession(c.env.DB, session);
    return leave(c, { member: member.id, session, isRemoved: false });
  })
  .post('/app/sign-out-everywhere', async (c) => {
    const { member } = c.get('visit');
    await endSessions(c.env.DB, member.id);
    return leave(c, { member: member.id, isRemoved: false });
  });

async function showAccount(c: DashboardContext, refusedName?: string): Promise<Response> {
  const { member, memberships, session } = c.get('visit');
  const [only, ...others] = memberships;
  // With one website there is no question to which one the way back leads.
  if (only && others.length === 0) c.set('site', only);
  const sessions = await sessionsOf(c.env.DB, member.id, Date.now());
  const facts = { member, session, sessions };
  const shown = { title: 'Your account', lead: member.email };
  if (refusedName === undefined) return show(c, { ...shown, body: AccountPage(facts) });
  const errors = { name: `Please enter a name of 1 to ${MAX_NAME_CHARS} characters.` };
  return show(c, { ...shown, body: AccountPage({ ...facts, name: refusedName, errors }) });
}

async function leave(c: DashboardContext, who: Dismissal): Promise<Response> {
  const sites = c.get('visit').memberships.map(({ site }) => site);
  const isReached = await dismissFrom(c.env, sites, who);
  takeCookie(c);
  return c.redirect(isReached ? '/app/sign-in' : STILL_OPEN_PATH, 303);
}
