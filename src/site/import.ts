/** Fetches a public web page for an owner and reads it. Nothing is stored: the owner looks at it first. */
import { decodePage } from './charset.ts';
import { type PageText, readPage } from './page-text.ts';
import { publicTarget, type Refusal } from './public-host.ts';
import { tidy, tidyTitle } from './text-writer.ts';
import { unlessAborted } from '../unless-aborted.ts';

/** A page larger than this is not read, in bytes after decompression. */
export const MAX_PAGE_BYTES = 2_000_000;

/** Everything together takes no longer: redirects, answer and body. */
export const IMPORT_MS = 10_000;

export const MAX_REDIRECTS = 5;

/** A page as an article in the making. */
export interface ImportedPage {
  title: string;
  /** Where it was found in the end. */
  url: string;
  text: string;
}

/** Why a page could not be imported. */
export type ImportFailure =
  | { reason: Refusal; redirected: boolean }
  | { reason: 'status'; status: number }
  | { reason: 'not_text'; type: string }
  | {
      reason:
        | 'too_many_redirects'
        | 'unreachable'
        | 'too_slow'
        | 'too_large'
        | 'empty'
        | 'unreadable';
    };

export type Imported = { ok: true; page: ImportedPage } | { ok: false; failure: ImportFailure };

/** The one way out to the web, so that tests can stand in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const HEADERS = {
  Accept: 'text/html, text/plain;q=0.8',
  'User-Agent': 'Baton (knowledge import for the owner of a website)',
};

/**
 * Imports the page at `address`, as typed. Redirects are followed by hand, and where each one leads is
 * checked like the address itself. `signal` bounds the whole of it. Never rejects.
 */
export async function importPage(
  address: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Imported> {
  try {
    return await follow(address, fetch, signal);
  } catch {
    return fail({ reason: signal.aborted ? 'too_slow' : 'unreachable' });
  }
}

async function follow(address: string, fetch: Fetch, signal: AbortSignal): Promise<Imported> {
  let target = publicTarget(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!target.ok) return fail({ reason: target.reason, redirected: redirects > 0 });
    const { url } = target;
    const init = { redirect: 'manual', signal, headers: HEADERS } as const;
    const response = await unlessAborted(signal, fetch(url.href, init));
    const location = REDIRECTS.has(response.status) ? response.headers.get('Location') : null;
    if (location === null) return readResponse(url, response, signal);
    discard(response);
    target = publicTarget(location, url);
  }
  return fail({ reason: 'too_many_redirects' });
}

async function readResponse(url: URL, response: Response, signal: AbortSignal): Promise<Imported> {
  const contentType = response.headers.get('Content-Type') ?? '';
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const refused = refusalOf(response, type);
  if (refused) {
    discard(response);
    return fail(refused);
  }
  const bytes = await readBounded(response, signal);
  if (!bytes) return fail({ reason: 'too_large' });
  const whole = decodePage(bytes, contentType);
  const read = type === 'text/html' ? await readOrNull(whole) : { title: '', text: tidy(whole) };
  if (!read) return fail({ reason: 'unreadable' });
  const { title, text } = read;
  if (text === '') return fail({ reason: 'empty' });
  return { ok: true, page: { title: title || nameOf(url), url: url.href, text } };
}

/** The platform gives up on markup nested deeper than a page ever is. */
async function readOrNull(html: string): Promise<PageText | null> {
  try {
    return await readPage(html);
  } catch {
    return null;
  }
}

function refusalOf(response: Response, type: string): ImportFailure | null {
  if (!response.ok) return { reason: 'status', status: response.status };
  if (type !== 'text/html' && type !== 'text/plain') return { reason: 'not_text', type };
  const announced = Number(response.headers.get('Content-Length') ?? 0);
  return announced > MAX_PAGE_BYTES ? { reason: 'too_large' } : null;
}

/** The whole body, or null as soon as it is more than it may be. */
async function readBounded(response: Response, signal: AbortSignal): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await unlessAborted(signal, reader.read());
      if (done) return joined(chunks, size);
      size += value.byteLength;
      if (size > MAX_PAGE_BYTES) return null;
      chunks.push(value);
    }
  } finally {
    // A body that fails on being given up has still been given up.
    void reader.cancel().catch(() => undefined);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function discard(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}

/** A title for a page without one: the last part of its address. */
function nameOf(url: URL): string {
  const last = url.pathname.split('/').findLast(Boolean);
  return tidyTitle(last === undefined ? url.hostname : readable(last));
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function fail(failure: ImportFailure): Imported {
  return { ok: false, failure };
}
