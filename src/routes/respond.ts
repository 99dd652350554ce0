/** How this Worker answers: pages with a strict policy, errors in one shape. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../pages/problem.tsx';
import { problemPage } from '../pages/problem.tsx';
import type { Env } from '../env.ts';

export type AppContext = Context<{ Bindings: Env }>;

/** Everything of a page is our own file: nothing inline, nothing foreign, nobody frames it. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
} as const;

export type Policy = Partial<Record<keyof typeof POLICY, string>>;

/** A page. `policy` loosens single directives where a page must. */
export function page(html: string, status = 200, policy: Policy = {}): Response {
  const directives = Object.entries({ ...POLICY, ...policy });
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': directives.map((directive) => directive.join(' ')).join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  });
}

/** A problem, as a page. */
export function problem(what: Problem): Response {
  return page(problemPage(what), what.status);
}

/** A problem, as JSON under `/v1`. */
export function apiError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { error: { code, message } },
    {
      status,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        ...headers,
      },
    },
  );
}

/** JSON for any site to read. */
export function publicJson(
  c: AppContext,
  value: object,
  status: ContentfulStatusCode = 200,
): Response {
  return c.json(value, status, {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
}
