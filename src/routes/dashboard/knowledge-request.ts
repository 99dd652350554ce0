/** What the routes of the knowledge pages have in common. */
import { pathOf } from '../../dashboard/layout.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import { allow } from '../../limits/rate-limiter.ts';
import type { DashboardContext } from './context.ts';

const MINUTE_MS = 60_000;

/** What is said to an owner beside the field. */
export const TOO_FAST = 'That was a little fast. Please wait a minute, then try again.';

/** Where the knowledge of the website in the path is. */
export function knowledgePath(c: DashboardContext): string {
  return pathOf(c.get('site').site, 'knowledge');
}

/** One field of the form that was sent; empty if it has none of that name. */
export async function field(c: DashboardContext, name: string): Promise<string> {
  return textOf(await c.req.formData(), name);
}

/** Counts one use against what one member may do per minute: nobody uses up a colleague's share. */
export async function isAllowed(
  c: DashboardContext,
  what: 'import' | 'test',
  perWindow: number,
): Promise<boolean> {
  const limit = { key: `${what}:${c.get('visit').member.id}`, perWindow, windowMs: MINUTE_MS };
  return (await allow(c.env.RATE_LIMITER, limit, Date.now())).ok;
}
