/** How dashboard routes answer. */
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { type DashboardPage, type Flash, renderDashboard } from '../../dashboard/layout.tsx';
import { secretsOf } from '../../takeover/secrets.ts';
import { page, type Policy } from '../respond.ts';
import type { DashboardContext } from './context.ts';

const FLASH = 'baton_flash';
const FLASH_LIFE_S = 60;

/** Who asks and what about come from the context. */
type Shown = Omit<DashboardPage, 'visit' | 'site' | 'flash'>;

/**
 * Shows a page of the website in the path, or of none, with whatever the last form left to be told. A form
 * that was wrong is shown again with 200, as any page: a browser puts any other status on its console as a
 * failure of the site.
 */
export async function show(
  c: DashboardContext,
  shown: Shown,
  status = 200,
  options: { flash?: Flash; policy?: Policy } = {},
): Promise<Response> {
  const flash = options.flash ?? (await takeFlash(c));
  const site = c.get('site');
  const html = renderDashboard({ ...shown, visit: c.get('visit'), ...(site && { site }), flash });
  const response = page(html, status, options.policy);
  // With no referrer at all, a form names no origin, and older browsers name nothing else.
  response.headers.set('Referrer-Policy', 'same-origin');
  // What Hono was told to set travels in its own response.
  for (const cookie of c.res.headers.getSetCookie()) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** Sends the browser on after a form, so that a reload does not send it again, and tells there what happened. */
export async function redirectAfterForm(
  c: DashboardContext,
  path: string,
  flash?: Flash,
): Promise<Response> {
  if (flash) {
    await setSignedCookie(c, FLASH, JSON.stringify(flash), secretsOf(c.env)[0], {
      path: '/app',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(c),
      maxAge: FLASH_LIFE_S,
    });
  }
  return c.redirect(path, 303);
}

/** Whether cookies may be marked `Secure`: everywhere but on a laptop's plain http. */
export function isSecure(c: DashboardContext): boolean {
  return new URL(c.req.url).protocol === 'https:';
}

async function takeFlash(c: DashboardContext): Promise<Flash | null> {
  const value = await getSignedCookie(c, secretsOf(c.env)[0], FLASH);
  if (!value) return null;
  deleteCookie(c, FLASH, { path: '/app', secure: isSecure(c) });
  const flash: Flash = JSON.parse(value);
  return flash;
}
