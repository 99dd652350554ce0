/** Where a webhook may be: a public host, by https. While developing also a machine next door. Pure. */
import { publicTarget, type Refusal } from '../site/public-host.ts';

export type TargetRefusal = Refusal | 'not_https';

type HookTarget = { ok: true; url: URL } | { ok: false; reason: TargetRefusal };

/** Reads an address as it was typed. Asked when it is saved and before every attempt: rules may change. */
export function hookTarget(typed: string, isDevelopment: boolean): HookTarget {
  const target = publicTarget(typed);
  if (!isDevelopment) {
    return target.ok && target.url.protocol !== 'https:'
      ? { ok: false, reason: 'not_https' }
      : target;
  }
  const isNear = !target.ok && (target.reason === 'not_public' || target.reason === 'port');
  const text = typed.trim();
  const url = isNear ? URL.parse(/^https?:/i.test(text) ? text : `https://${text}`) : null;
  return url ? { ok: true, url } : target;
}
