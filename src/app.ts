/** The Worker's routes, and the one place where errors are given their shape. */
import { Hono } from 'hono';
import { version } from '../package.json';
import type { Env } from './env.ts';
import { logEvent } from './log.ts';
import { PROBLEMS } from './pages/problem.tsx';
import { demoRoutes } from './routes/demo.ts';
import { devRoutes } from './routes/dev.ts';
import { apiError, plainJson, problem, withoutSlash } from './routes/respond.ts';
import { monitorRoutes } from './routes/monitor.ts';
import { refuseAtOnce } from './routes/rates.ts';
import { socketRoutes } from './routes/socket.ts';
import { takeoverRoutes } from './routes/takeover.ts';
import { widgetRoutes } from './routes/widget.ts';

export const routes = new Hono<{ Bindings: Env }>()
  .get('/healthz', () => plainJson({ ok: true, version }))
  .get('/', (c) => c.redirect('/demo'))
  .route('/', socketRoutes)
  .route('/', monitorRoutes)
  .route('/', widgetRoutes)
  .route('/', takeoverRoutes)
  .route('/', demoRoutes)
  .route('/', devRoutes)
  .all('/app/*', async (c) => {
    const { dashboard } = await import('./routes/dashboard/index.ts');
    return dashboard.fetch(c.req.raw, c.env, c.executionCtx);
  })
  .notFound((c) => {
    if (isApi(c.req.path)) return apiError(404, 'not_found', 'There is nothing at this address.');
    const meant = withoutSlash(c.req.raw);
    return meant === null ? problem(PROBLEMS.notFound) : c.redirect(meant, 308);
  })
  .onError((error, c) => {
    // Ours to read, never the client's: what broke stays in the log, under an id the answer names.
    const id = crypto.randomUUID();
    logEvent('request.failed', {
      id,
      path: routeOf(c.req.path),
      error: error.stack ?? error.message,
    });
    return isApi(c.req.path)
      ? apiError(500, 'internal', `Something broke on our side (${id}).`)
      : problem(PROBLEMS.broken);
  });

/** A caller refused a moment ago is refused again before any route is matched. */
export const app = {
  fetch: (request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> =>
    refuseAtOnce(request) ?? routes.fetch(request, env, ctx),
};

function isApi(path: string): boolean {
  return path.startsWith('/v1/');
}

/** A path fit for the log: takeover and sign-in tokens are secrets. */
function routeOf(path: string): string {
  return path.replace(/^(\/join|\/app\/sign-in)\/.*/, '$1/…');
}
