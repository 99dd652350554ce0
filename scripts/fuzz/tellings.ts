/** What a visitor's page may tell: where it is, who its visitor is, and what else it knows. Some of it is a lie. */
import { createHmac } from 'node:crypto';
import type { Attributes, Identity, PageInfo } from '../../src/protocol/frames.ts';
import type { Random } from '../train/random.ts';
import { oneOf } from './step.ts';

/** What signs for every website of the deployment. */
export const BATON_SECRET = 'a-secret-for-runs-of-48-characters-0000000000000';

/** A frame, and what has to come of it; what it says nothing of is not there. */
export interface Telling {
  type: 'page' | 'identify';
  raw: string;
  page?: Partial<PageInfo>;
  /** Null takes one away. */
  attributes?: Readonly<Record<string, Attributes[string] | null>>;
  /** Nobody is an identity of nothing. */
  identity?: Identity;
}

/** In everything that a page tells: whatever holds it has it from there. */
export const MARK = /told-\d+/;

/** What would prove who somebody is, if it got out. */
export const SEAL = /\b[0-9a-f]{64}\b/;

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');

/** As a website's server makes it. */
function sealOf(text: string, site = 'demo'): string {
  return hmac(hmac(BATON_SECRET, `baton.identity.${site}`), text);
}

type Introduction = readonly [visitor: unknown, identity: Identity];

/** Says who somebody is, in one of many ways. The number is that of the telling, and of nobody else's. */
const INTRODUCTIONS: readonly ((at: number) => Introduction)[] = [
  // As it should be.
  (at) => {
    const known = { id: `told-${at}`, name: 'Ada', email: `told-${at}@example.com` };
    return [
      { ...known, hash: sealOf(known.id) },
      { ...known, verified: 'id' },
    ];
  },
  (at) => {
    const known = { name: `Ada told-${at}`, email: `told-${at}@example.com` };
    return [
      { ...known, hash: sealOf(known.email) },
      { ...known, verified: 'email' },
    ];
  },
  (at) => {
    const name = `told-${at}`;
    return [
      { id: at, name, hash: sealOf(String(at)) },
      { id: String(at), name, verified: 'id' },
    ];
  },
  // Without a word of the website's server.
  (at) => {
    const known = { name: 'Ben', email: `told-${at}@example.com` };
    return [known, known];
  },
  // Forged, made for another website, for somebody else, for another part, or cut off.
  ...[
    () => '0'.repeat(64),
    (at: number) => sealOf(`told-${at}`, 'other'),
    () => sealOf('told-0'),
    (at: number) => sealOf(`told-${at}@example.com`),
    (at: number) => sealOf(`told-${at}`).slice(1),
  ].map((hashOf) => (at: number): Introduction => {
    const known = { id: `told-${at}`, email: `told-${at}@example.com` };
    return [{ ...known, hash: hashOf(at) }, known];
  }),
  // Nobody.
  () => [{}, {}],
  () => [null, {}],
  () => ['told-0', {}],
];

const ATTRIBUTES = ['plan', 'cart', 'since'] as const;

/** The page says who its visitor is, or more about them, or both. */
export function someIntroduction(at: number, random: Random): Telling {
  const [visitor, identity] = oneOf(INTRODUCTIONS, random)(at);
  const what = random();
  const name = oneOf(ATTRIBUTES, random);
  const attributes = { [name]: oneOf([`told-${at}`, at, true, null], random) };
  const isWho = what < 0.8;
  const isMore = what > 0.6;
  return {
    type: 'identify',
    raw: JSON.stringify({
      type: 'identify',
      ...(isWho && { visitor }),
      ...(isMore && { attributes }),
    }),
    ...(isWho && { identity }),
    ...(isMore && { attributes }),
  };
}

/** The page is another one now. */
export function somePage(at: number, random: Random): Telling {
  const page = {
    url: `https://shop.example/told-${at}`,
    ...(random() < 0.7 && { title: `Page told-${at}` }),
  };
  return { type: 'page', raw: JSON.stringify({ type: 'page', page }), page };
}
