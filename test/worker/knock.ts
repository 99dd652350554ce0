/** Asks the Worker something and waits for whatever it goes on doing behind its answer. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { app } from '../../src/app.ts';
import type { Env } from '../../src/env.ts';
import { bindings, HOST } from './client.ts';

/** A request of somebody who has no session, unless `init` brings one. `changed` are bindings of its own. */
export async function knock(
  path: string,
  init: RequestInit = {},
  changed: Partial<Env> = {},
): Promise<Response> {
  const context = createExecutionContext();
  const request = new Request(new URL(path, HOST), { redirect: 'manual', ...init });
  const response = await app.fetch(request, { ...bindings, ...changed }, context);
  await waitOnExecutionContext(context);
  return response;
}

/** Sends a form the way a browser does from one of our own pages. */
export function send(
  path: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const own = { Origin: new URL(path, HOST).origin, 'Sec-Fetch-Site': 'same-origin' };
  const body = new URLSearchParams(fields);
  return knock(path, { method: 'POST', body, headers: { ...own, ...headers } });
}
