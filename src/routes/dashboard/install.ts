/** The install page. */
import { Hono } from 'hono';
import { Install } from '../../dashboard/install.tsx';
import { pathOf } from '../../dashboard/layout.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { MAX_DOMAINS, readHost } from '../../site/domains.ts';
import { identitySecret } from '../../site/identity.ts';
import { lastSeen } from '../../site/seen.ts';
import { secretsOf } from '../../takeover/secrets.ts';
import { publicOrigin } from '../public-origin.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings } from './context.ts';
import { requireSite } from './guard.ts';
import { redirectAfterForm, show } from './respond.ts';
import { saveAndPush } from './save.ts';

export const installRoutes = new Hono<DashboardBindings>()
  .get('/app/sites/:site/install', requireSite('owner'), async (c) => {
    const settings = c.get('settings');
    const origin = publicOrigin(c.env, c.req.raw);
    const seen = await lastSeen(c.env.DB, settings, new URL(origin).host);
    return show(c, {
      title: 'Install',
      current: 'install',
      lead: 'One line of code, on every page where the chat should be.',
      body: Install({
        settings,
        origin,
        seen,
        identitySecret: await identitySecret(settings.site, secretsOf(c.env)[0]),
        now: Date.now(),
      }),
      modules: ['/baton/install.js'],
    });
  })
  .post('/app/sites/:site/install/domains', requireSite('owner'), async (c) => {
    const { site, domains } = c.get('settings');
    const host = readHost(textOf(await c.req.formData(), 'host'));
    const path = pathOf(site, 'install');
    if (host === null)
      return redirectAfterForm(c, path, { is: 'failed', text: 'That is not a domain.' });
    if (domains.includes(host)) return redirectAfterForm(c, path);
    if (domains.length >= MAX_DOMAINS) {
      const text = `This website has ${MAX_DOMAINS} domains already. Remove one on its Website page first.`;
      return redirectAfterForm(c, path, { is: 'failed', text });
    }
    const saved = await saveAndPush(c, { domains: [...domains, host] });
    if (!saved) return problem(PROBLEMS.notFound);
    const text = `${host} is a domain of this website now. Reload it, and the chat opens there.`;
    return redirectAfterForm(c, path, { is: 'done', text });
  });
