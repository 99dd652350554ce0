/**
 * Signed references: what a visitor resumes with and what a takeover link carries. Everything that
 * limits a token is under its MAC: purpose, site, conversation, escalation and expiry. One fixed
 * algorithm, HMAC-SHA-256. Pure but for the platform's own cryptography.
 */
import type { Millis } from '../protocol/entry.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** A takeover link opens for this long at the most, whatever happens to its escalation. */
export const LINK_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** A visitor's token is renewed with every connection and dies this long after the last one. */
export const VISIT_LIFE_MS = 180 * 24 * 60 * 60 * 1000;

/** What a token stands for. `site` and `conversation` never contain a dot. */
export type Claim =
  | { purpose: 'visit'; site: string; conversation: string; expiresAt: Millis }
  | {
      purpose: 'takeover';
      site: string;
      conversation: string;
      escalation: number;
      expiresAt: Millis;
    };

type Verified<P extends Claim['purpose']> =
  | { ok: true; claim: Claim & { purpose: P } }
  | { ok: false; reason: 'malformed' | 'forged' | 'expired' };

/** The secrets that verify; the first one also signs. At least one. */
export type Secrets = readonly [string, ...string[]];

/** Makes a token of URL-safe characters and dots, fit for a path and for a WebSocket subprotocol. */
export async function sign(claim: Claim, secrets: Secrets): Promise<string> {
  const body = [
    claim.site,
    claim.conversation,
    ...(claim.purpose === 'takeover' ? [claim.escalation.toString(36)] : []),
    claim.expiresAt.toString(36),
  ].join('.');
  const mac = await crypto.subtle.sign('HMAC', await key(secrets[0]), bytes(claim.purpose, body));
  return `${body}.${toBase64Url(mac)}`;
}

/** Reads a token made for `purpose`. The MAC is checked, in constant time, before anything is believed. */
export async function verify<P extends Claim['purpose']>(
  purpose: P,
  token: string,
  secrets: Secrets,
  now: Millis,
): Promise<Verified<P>> {
  const dot = token.lastIndexOf('.');
  const mac = dot < 0 ? null : fromBase64Url(token.slice(dot + 1), MAC_BYTES);
  if (!mac) return { ok: false, reason: 'malformed' };
  const body = token.slice(0, dot);
  if (!(await isSigned(purpose, body, mac, secrets))) return { ok: false, reason: 'forged' };
  const claim = read(purpose, body);
  if (!claim || !isFor(claim, purpose)) return { ok: false, reason: 'malformed' };
  if (claim.expiresAt <= now) return { ok: false, reason: 'expired' };
  return { ok: true, claim };
}

async function isSigned(
  purpose: string,
  body: string,
  mac: Uint8Array<ArrayBuffer>,
  secrets: Secrets,
): Promise<boolean> {
  for (const secret of secrets) {
    if (await crypto.subtle.verify('HMAC', await key(secret), mac, bytes(purpose, body)))
      return true;
  }
  return false;
}

function read(purpose: Claim['purpose'], body: string): Claim | null {
  const parts = body.split('.');
  const [site, conversation] = parts;
  const expiresAt = Number.parseInt(parts.at(-1) ?? '', 36);
  if (!site || !conversation || Number.isNaN(expiresAt)) return null;
  if (purpose === 'visit')
    return parts.length === 3 ? { purpose, site, conversation, expiresAt } : null;
  const escalation = Number.parseInt(parts[2] ?? '', 36);
  if (parts.length !== 4 || Number.isNaN(escalation)) return null;
  return { purpose, site, conversation, escalation, expiresAt };
}

function isFor<P extends Claim['purpose']>(
  claim: Claim,
  purpose: P,
): claim is Claim & { purpose: P } {
  return claim.purpose === purpose;
}

/** The keys made so far, by their secrets: a deployment has one or two. */
const keys = new Map<string, CryptoKey>();

async function key(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known) return known;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const usages: KeyUsage[] = ['sign', 'verify'];
  const made = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    algorithm,
    false,
    usages,
  );
  keys.set(secret, made);
  return made;
}

const MAC_BYTES = 32;

const encoder = new TextEncoder();

function bytes(purpose: string, body: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`baton.${purpose}.${body}`);
}
