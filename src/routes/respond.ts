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

/** JSON that no cache keeps, read for nothing but JSON. */
export function plainJson(value: unknown): Response {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return Response.json(value, { headers });
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

/** How long a browser remembers what a page may ask, in seconds. */
const PREFLIGHT_LIFE_S = 86_400;

/** The answer to a browser that asks whether a page may ask: any may, and with a body of any kind. */
export function preflight(method: 'GET' | 'POST'): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': method,
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': String(PREFLIGHT_LIFE_S),
    },
  });
}

/**
 * Where an address with a slash too many behind it leads; null for any other, or what is no question. The
 * address is a whole one: of `//evil.example/` nothing but a path of ours is left.
 */
export function withoutSlash({ method, url: address }: Request): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '' || path === url.pathname) return null;
  url.pathname = path;
  return url.href;
}
