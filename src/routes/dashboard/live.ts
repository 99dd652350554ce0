/** The Live page. What it shows comes over the monitor's socket, and over those of conversations. */
import { Hono } from 'hono';
import { pathOf } from '../../dashboard/layout.tsx';
import { livePage } from '../../dashboard/live.tsx';
import type { DashboardBindings } from './context.ts';
import { requireSite } from './guard.ts';
import { show } from './respond.ts';

export const liveRoutes = new Hono<DashboardBindings>()
  // Of a website, its live conversations are what one comes for.
  .get('/app/sites/:site', requireSite(), (c) =>
    c.redirect(pathOf(c.get('site').site, 'live'), 302),
  )
  .get('/app/sites/:site/live', requireSite(), (c) =>
    show(c, livePage(c.get('visit'), c.get('site'))),
  );
