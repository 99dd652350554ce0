/** The team page: who is on it, who joins, who leaves. Owners only. */
import { Hono } from 'hono';
import { type Flash, pathOf } from '../../dashboard/layout.tsx';
import { type InvitationForm, RemovalPage, TeamPage } from '../../dashboard/team.tsx';
import type { FieldErrors } from '../../dashboard/form.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { parseAddress } from '../../team/address.ts';
import type { Teammate, TeamRole } from '../../team/member.ts';
import { MAX_NAME_CHARS, parseName } from '../../team/name.ts';
import { endSessions } from '../../team/sessions.ts';
import {
  changeRole,
  forgetIfAlone,
  isOnAnyTeam,
  join,
  removeFromTeam,
  teamOf,
} from '../../team/teams.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { dismissFrom } from './dismiss.ts';
import { requireSite } from './guard.ts';
import { invite } from './invite.ts';
import { redirectAfterForm, show } from './respond.ts';
import { takeCookie } from './session-cookie.ts';

const TEAM = '/app/sites/:site/team';

export const teamRoutes = new Hono<DashboardBindings>()
  .use(TEAM, requireSite('owner'))
  .use(`${TEAM}/*`, requireSite('owner'))
  .get(TEAM, async (c) => showTeam(c))
  .post(TEAM, async (c) => {
    const form = readInvitation(await c.req.formData());
    const email = parseAddress(form.email);
    const name = parseName(form.name);
    if (email === null || name === null) {
      return showTeam(c, { refused: { form, errors: errorsOf(email, name) } });
    }
    const joining = await join(
      c.env.DB,
      c.get('site').site,
      { email, name, role: form.role },
      Date.now(),
    );
    if (joining.result === 'already') {
      const errors = { email: 'They are on this team already.' };
      return showTeam(c, { refused: { form, errors } });
    }
    const { member } = joining;
    return redirectAfterForm(c, here(c), await invite(c, { ...member, role: form.role }));
  })
  .post(`${TEAM}/:member/invitation`, async (c) => {
    const mate = await findMate(c, c.req.param('member'));
    return mate ? redirectAfterForm(c, here(c), await invite(c, mate)) : problem(PROBLEMS.notFound);
  })
  .post(`${TEAM}/:member/role`, async (c) => {
    const mate = await findMate(c, c.req.param('member'));
    const role = roleOf((await c.req.formData()).get('role'));
    if (!mate || !role) return problem(PROBLEMS.notFound);
    if (mate.id === c.get('visit').member.id) {
      return refuse(c, 'Another owner has to change your own role.');
    }
    if (!(await changeRole(c.env.DB, c.get('site').site, mate.id, role))) {
      return refuse(c, LAST_OWNER);
    }
    const text = `${mate.name} is now an ${role}.`;
    return redirectAfterForm(c, here(c), { is: 'done', text });
  })
  .get(`${TEAM}/:member/remove`, async (c) => {
    const mate = await findMate(c, c.req.param('member'));
    if (!mate) return problem(PROBLEMS.notFound);
    const { site, siteName } = c.get('site');
    const isMe = mate.id === c.get('visit').member.id;
    return show(c, {
      current: 'team',
      title: isMe ? `Leave the team of ${siteName}?` : `Remove ${mate.name}?`,
      body: RemovalPage({ site, siteName, mate, isMe }),
    });
  })
  .post(`${TEAM}/:member/remove`, async (c) => {
    const { DB, OWNER_EMAIL } = c.env;
    const { site } = c.get('site');
    const mate = await findMate(c, c.req.param('member'));
    if (!mate) {
      // Pressed twice, or by two owners: the browser shows the last answer, and the first did it.
      const isReached = await letGo(c, c.req.param('member'));
      return redirectAfterForm(c, here(c), removedFlash('They are no longer', isReached));
    }
    if (!(await removeFromTeam(DB, site, mate.id))) return refuse(c, LAST_OWNER);
    // Rights are looked up with every request, so those to this website are gone, and its sockets close
    // below. Being signed in is a matter of their other teams, if any: no owner signs out somebody who is
    // at work elsewhere.
    const isAlone = !(await isOnAnyTeam(DB, mate.id));
    if (isAlone) {
      await endSessions(DB, mate.id);
      await forgetIfAlone(DB, mate.id, OWNER_EMAIL);
    }
    const isReached = await letGo(c, mate.id);
    if (mate.id === c.get('visit').member.id) {
      if (isAlone) takeCookie(c);
      return isReached || isAlone
        ? c.redirect('/app', 303)
        : redirectAfterForm(c, '/app', removedFlash('You are no longer', isReached));
    }
    return redirectAfterForm(c, here(c), removedFlash(`${mate.name} is no longer`, isReached));
  });

/** Closes what somebody who is not on the team has open of its website. False if that was not possible. */
function letGo(c: DashboardContext, member: string): Promise<boolean> {
  return dismissFrom(c.env, [c.get('site').site], { member, isRemoved: true });
}

function removedFlash(who: string, isReached: boolean): Flash {
  const text = `${who} on the team`;
  return isReached
    ? { is: 'done', text: `${text}.` }
    : {
        is: 'failed',
        text: `${text}, but chats that are open on their screen couldn’t be closed just now. They close within a few minutes.`,
      };
}

const LAST_OWNER = 'A team keeps at least one owner. Make somebody else an owner first.';

function here(c: DashboardContext): string {
  return pathOf(c.get('site').site, 'team');
}

async function findMate(c: DashboardContext, member: string): Promise<Teammate | undefined> {
  const team = await teamOf(c.env.DB, c.get('site').site);
  return team.find(({ id }) => id === member);
}

function refuse(c: DashboardContext, text: string): Promise<Response> {
  return showTeam(c, { flash: { is: 'failed', text } });
}

async function showTeam(
  c: DashboardContext,
  more: { refused?: { form: InvitationForm; errors: FieldErrors }; flash?: Flash } = {},
): Promise<Response> {
  const { site } = c.get('site');
  const { refused, flash } = more;
  const team = await teamOf(c.env.DB, site);
  const me = c.get('visit').member.id;
  const shown = {
    current: 'team',
    title: 'Team',
    lead: 'Agents talk to visitors. Owners also change settings and decide who is on the team.',
    body: TeamPage({ site, team, me, ...(refused && { refused }) }),
  } as const;
  return show(c, shown, 200, flash ? { flash } : {});
}

function readInvitation(form: FormData): InvitationForm {
  const text = (name: string) => textOf(form, name);
  return { email: text('email'), name: text('name'), role: roleOf(form.get('role')) ?? 'agent' };
}

function roleOf(value: unknown): TeamRole | null {
  return value === 'owner' || value === 'agent' ? value : null;
}

function errorsOf(email: string | null, name: string | null): FieldErrors {
  return {
    ...(email === null && {
      email: 'Please enter an email address, such as alex@example.com.',
    }),
    ...(name === null && { name: `Please enter a name of 1 to ${MAX_NAME_CHARS} characters.` }),
  };
}
