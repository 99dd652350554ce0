import type { Env } from '../env.ts';

/** Where links of ours lead: the configured address, or else the one this request came to. */
export function publicOrigin(env: Env, request: Request): string {
  return env.PUBLIC_URL || new URL(request.url).origin;
}
