/**
 * What a page volunteers about itself and its visitor. It is never worth a refusal: it is cut to size, put on
 * one line, or left out.
 */
import * as z from 'zod/mini';
import type { Introduction, PageInfo } from './frames.ts';
import {
  MAX_ATTRIBUTE_CHARS,
  MAX_ATTRIBUTE_NAME_CHARS,
  MAX_ATTRIBUTES,
  MAX_EMAIL_CHARS,
  MAX_ID_CHARS,
  MAX_VISITOR_NAME_CHARS,
} from './limits.ts';

const MAX_URL_CHARS = 2_000;
const MAX_TITLE_CHARS = 300;

const text = z.exactOptional(z.string());

export const pageFrame = z.object({
  type: z.literal('page'),
  page: z.object({ url: z.string(), title: text, referrer: text }),
});

export const identifyFrame = z.object({
  type: z.literal('identify'),
  visitor: z.exactOptional(z.unknown()),
  attributes: z.exactOptional(z.unknown()),
});

/** Who the visitor is. Half an id is another one, and half an address too: those are left out whole. */
export function introductionIn(visitor: unknown): Introduction {
  const { id, email, name, hash } = partsIn(visitor);
  const known = typeof id === 'number' ? String(id) : id;
  const line = typeof name === 'string' ? oneLine(name, MAX_VISITOR_NAME_CHARS) : '';
  return {
    ...(isId(known) && { id: known }),
    ...(typeof email === 'string' && emails.safeParse(email).success && { email }),
    ...(line !== '' && { name: line }),
    ...(typeof hash === 'string' && HASH.test(hash) && { hash }),
  };
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= MAX_ID_CHARS && oneLine(id) === id;
}

const emails = z.string().check(z.maxLength(MAX_EMAIL_CHARS), z.email());

/** SHA-256 in hex. */
const HASH = /^[0-9a-f]{64}$/i;

/** What the page tells by names of its own. Null takes one away. */
export type AttributesTold = Readonly<Record<string, string | number | boolean | null>>;

/** The attributes that can be kept, those that came first. */
export function attributesIn(attributes: unknown): AttributesTold {
  const kept: [string, string | number | boolean | null][] = [];
  for (const [key, value] of Object.entries(partsIn(attributes))) {
    const name = oneLine(key, MAX_ATTRIBUTE_NAME_CHARS);
    if (name === '' || kept.length === MAX_ATTRIBUTES) continue;
    if (typeof value === 'string') kept.push([name, oneLine(value, MAX_ATTRIBUTE_CHARS)]);
    else if (typeof value === 'boolean' || value === null) kept.push([name, value]);
    else if (typeof value === 'number' && Number.isFinite(value)) kept.push([name, value]);
  }
  return Object.fromEntries(kept);
}

function partsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** What there is of a page, cut to size. */
export function partsOf(page: Readonly<Record<string, unknown>>): Partial<PageInfo> {
  const { url, title, referrer } = page;
  return {
    ...(typeof url === 'string' && { url: url.slice(0, MAX_URL_CHARS) }),
    ...(typeof title === 'string' && { title: title.slice(0, MAX_TITLE_CHARS) }),
    ...(typeof referrer === 'string' && { referrer: referrer.slice(0, MAX_URL_CHARS) }),
  };
}

/** A page with an address, cut to size. */
export function pageIn({ url, ...more }: z.infer<typeof pageFrame>['page']) {
  return { ...partsOf(more), url: url.slice(0, MAX_URL_CHARS) };
}

/** Without controls, breaks and ends of lines among them; no half of a character at its end. */
function oneLine(line: string, max = Infinity): string {
  return line
    .slice(0, max)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
