import type { Env } from '../env.ts';

/**
 * Where links of ours lead: the configured address, or else the one this request came to. Nobody but a
 * developer is sent to plain http, whichever way they asked.
 */
export function publicOrigin(
  { PUBLIC_URL, BATON_ENV }: Pick<Env, 'PUBLIC_URL' | 'BATON_ENV'>,
  request: Request,
): string {
  if (PUBLIC_URL) return PUBLIC_URL;
  const { protocol, host } = new URL(request.url);
  return `${BATON_ENV === 'development' ? protocol : 'https:'}//${host}`;
}
