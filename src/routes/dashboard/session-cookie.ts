import { deleteCookie, setCookie } from 'hono/cookie';
import { SESSION_LIFE_MS, sessionCookie } from '../../team/sessions.ts';
import type { DashboardContext } from './context.ts';
import { isSecure } from './respond.ts';

/** Gives the browser a session's secret to keep. */
export function giveCookie(c: DashboardContext, secret: string): void {
  const secure = isSecure(c);
  setCookie(c, sessionCookie(secure), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: SESSION_LIFE_MS / 1000,
  });
}

/** Has the browser forget its session. */
export function takeCookie(c: DashboardContext): void {
  const secure = isSecure(c);
  deleteCookie(c, sessionCookie(secure), { path: '/', secure });
}
