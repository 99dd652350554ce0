/** Who may open what. Every dashboard route stands behind these; what they let through they have put into the context. */
import { createMiddleware } from 'hono/factory';
import { FORM_TOKEN } from '../../dashboard/form.tsx';
import { PROBLEMS } from '../../pages/problem.tsx';
import { findSite } from '../../site/sites.ts';
import type { TeamRole } from '../../team/member.ts';
import { visitOf } from '../../team/sessions.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';

/** Signed-in members only; and nothing is changed by a form that another website had sent. */
export const requireMember = createMiddleware<DashboardBindings>(async (c, next) => {
  const visit = await visitOf(c.env, c.req.raw, Date.now());
  if (!visit) {
    const isPage = c.req.method === 'GET' || c.req.method === 'HEAD';
    const { pathname, search } = new URL(c.req.url);
    const wanted = encodeURIComponent(pathname + search);
    return c.redirect(isPage ? `/app/sign-in?next=${wanted}` : '/app/sign-in', 303);
  }
  if (!isSafe(c.req.method) && !(await isOwnForm(c, visit.formToken))) {
    return problem(PROBLEMS.foreignForm);
  }
  c.set('visit', visit);
  await next();
  return undefined;
});

/** Members of the website in the path only; with `owner`, its owners only. Comes after {@link requireMember}. */
export function requireSite(role: TeamRole = 'agent') {
  return createMiddleware<DashboardBindings>(async (c, next) => {
    const id = c.req.param('site') ?? '';
    const settings = await findSite(c.env.DB, id);
    if (!settings) return problem(PROBLEMS.notFound);
    const site = c.get('visit').memberships.find((membership) => membership.site === id);
    if (!site || (role === 'owner' && site.role !== 'owner')) return problem(PROBLEMS.forbidden);
    c.set('site', site);
    c.set('settings', settings);
    await next();
    return undefined;
  });
}

/** Whether a method only asks. */
export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Whatever cannot be read as a form carries no token either: behind this, every form can be read. */
async function isOwnForm(c: DashboardContext, token: string): Promise<boolean> {
  if (!isSameOrigin(c.req.raw)) return false;
  const sent = (await c.req.formData().catch(() => null))?.get(FORM_TOKEN);
  return typeof sent === 'string' && isEqual(sent, token);
}

/** Whether the browser says that the request comes from one of our own pages. What is no browser says nothing. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  // A page without any referrer names its origin `null`, and so does its form; this header tells even so.
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('Origin');
  return origin === null || origin === new URL(request.url).origin;
}

/** Takes as long for a token that is nearly right as for one that is all wrong. */
function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
