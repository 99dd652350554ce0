/** The overview of a website's conversations. */
import { Hono } from 'hono';
import { overviewPage } from '../../dashboard/overview.tsx';
import { RANGES, readStats } from '../../site/stats.ts';
import type { DashboardBindings } from './context.ts';
import { requireSite } from './guard.ts';
import { show } from './respond.ts';

const USUAL_RANGE = 30;

export const overviewRoutes = new Hono<DashboardBindings>().get(
  '/app/sites/:site/overview',
  requireSite(),
  async (c) => {
    const { site } = c.get('site');
    const range = RANGES.find((days) => String(days) === c.req.query('days')) ?? USUAL_RANGE;
    const stats = await readStats(c.env.DB, site, range, Date.now());
    return show(c, overviewPage({ site, range, stats }));
  },
);
