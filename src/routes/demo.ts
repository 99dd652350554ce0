import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { demoPage } from '../pages/demo.tsx';
import { page } from './respond.ts';

/** A small shop that embeds the widget. */
export const demoRoutes = new Hono<{ Bindings: Env }>().get('/demo', (c) =>
  page(demoPage({ mailbox: c.env.BATON_ENV === 'development' })),
);
