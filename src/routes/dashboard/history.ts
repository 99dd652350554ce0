/** The history: the list, one conversation, its files, and deleting it for good. */
import { Hono } from 'hono';
import { asJson, asText, fileName } from '../../dashboard/export.ts';
import {
  confirmDeletePage,
  conversationPage,
  gonePage,
  historyPage,
} from '../../dashboard/history-pages.tsx';
import { pathOf } from '../../dashboard/layout.tsx';
import { logEvent } from '../../log.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { forgetStatements } from '../../site/conversation-index.ts';
import {
  findConversation,
  hasConversations,
  type HistoryPage,
  listConversations,
} from '../../site/history.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { readHistoryQuery } from './history-query.ts';
import { redirectAfterForm, show } from './respond.ts';
import { bodyOf, pagesOf } from './transcript-pages.ts';

const LIST = '/app/sites/:site/history';
const ONE = `${LIST}/:conversation`;

const CONVERSATION_ID = /^[0-9a-f]{64}$/;

export const historyRoutes = new Hono<DashboardBindings>()
  .get(LIST, requireSite(), (c) => list(c))
  .get(`${ONE}/transcript.txt`, requireSite(), (c) => download(c, 'txt'))
  .get(`${ONE}/transcript.json`, requireSite(), (c) => download(c, 'json'))
  .get(`${ONE}/delete`, requireSite('owner'), (c) => confirmDelete(c))
  .post(`${ONE}/delete`, requireSite('owner'), (c) => deleteForGood(c))
  .get(ONE, requireSite(), (c) => showOne(c));

const NO_PAGE: HistoryPage = { conversations: [], older: null, isCutShort: false };

async function list(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const { asked, query, error } = readHistoryQuery(new URL(c.req.url).searchParams);
  const [page, hasAny] = await Promise.all([
    query ? listConversations(c.env.DB, site, query, Date.now()) : NO_PAGE,
    hasConversations(c.env.DB, site),
  ]);
  const isLater = query !== null && query.before !== null;
  const shown = historyPage({ site, asked, error, page, isLater, hasAny });
  return show(c, shown);
}

async function showOne(c: DashboardContext): Promise<Response> {
  const { conversation, object } = inPath(c);
  if (!object) return problem(PROBLEMS.notFound);
  if (c.req.method === 'HEAD') {
    const is = await existenceOf(c, conversation, await object.siteOf());
    return new Response(null, { status: STATUS[is] });
  }
  const before = Number(c.req.query('before'));
  const isPage = Number.isSafeInteger(before) && before > 1;
  const read = await object.transcript({ before: isPage ? before : null });
  const { site, role } = c.get('site');
  const isOwner = role === 'owner';
  if (read?.site !== site) {
    const is = await existenceOf(c, conversation, read?.site ?? null);
    if (is !== 'gone') return problem(PROBLEMS.notFound);
    return show(c, gonePage({ site, conversation, isOwner }), STATUS.gone);
  }
  const { about, state, entries, last } = read;
  const [first] = entries;
  const began =
    first?.seq === 1 ? first.at : (await findConversation(c.env.DB, site, conversation))?.startedAt;
  const shown = conversationPage({
    site,
    conversation,
    about,
    phase: state.phase,
    entries,
    last,
    began: began ?? null,
    assistant: c.get('settings').assistantName,
    isOwner,
  });
  return show(c, shown);
}

async function download(c: DashboardContext, as: 'txt' | 'json'): Promise<Response> {
  const { conversation, object } = inPath(c);
  const { site } = c.get('site');
  if (!object) return problem(PROBLEMS.notFound);
  if (c.req.method === 'HEAD') {
    return new Response(null, { status: (await object.siteOf()) === site ? 200 : 404 });
  }
  const first = await object.transcript({ after: 0 });
  if (first?.site !== site) return problem(PROBLEMS.notFound);
  const { about, state, entries } = first;
  const headed = { conversation, about, state };
  const pages = pagesOf(object, conversation, first);
  const pieces =
    as === 'txt' ? asText(headed, pages, c.get('settings').assistantName) : asJson(headed, pages);
  const type = as === 'txt' ? 'text/plain' : 'application/json';
  const name = fileName(headed, entries[0]?.at ?? 0, as);
  return new Response(bodyOf(pieces), {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function confirmDelete(c: DashboardContext): Promise<Response> {
  const { conversation, object } = inPath(c);
  const is = object ? await existenceOf(c, conversation, await object.siteOf()) : 'unknown';
  if (is === 'unknown') return problem(PROBLEMS.notFound);
  const { site } = c.get('site');
  if (is === 'gone') {
    return show(c, gonePage({ site, conversation, isOwner: true }), STATUS.gone);
  }
  const line = await findConversation(c.env.DB, site, conversation);
  return show(c, confirmDeletePage({ site, conversation, line }));
}

async function deleteForGood(c: DashboardContext): Promise<Response> {
  const { conversation, object } = inPath(c);
  const is = object ? await existenceOf(c, conversation, await object.siteOf()) : 'unknown';
  if (!object || is === 'unknown') return problem(PROBLEMS.notFound);
  const list = pathOf(c.get('site').site, 'history');
  if (is === 'gone') {
    await c.env.DB.batch(forgetStatements(c.env.DB, conversation));
    return redirectAfterForm(c, list, { is: 'done', text: 'The line is removed.' });
  }
  const erasure = await object.erase().catch((error: unknown) => ({ error: String(error) }));
  if ('error' in erasure) {
    logEvent('delete.failed', { conversation, reason: erasure.error });
    return redirectAfterForm(c, list, { is: 'failed', text: UNREACHED });
  }
  if (erasure.isDone) {
    return redirectAfterForm(c, list, {
      is: 'done',
      text: 'The conversation is deleted for good.',
    });
  }
  await unlist(c, conversation);
  return redirectAfterForm(c, list, { is: 'done', text: GOES_ON });
}

const UNREACHED = 'The conversation couldn’t be reached just now. Please try again.';

const GOES_ON =
  'The conversation is closed and being deleted. The last traces of it go by themselves.';

/** Takes a conversation that is being erased out of the list, if that can be done now: it will be, anyway. */
async function unlist(c: DashboardContext, conversation: string): Promise<void> {
  try {
    await c.env.DB.batch(forgetStatements(c.env.DB, conversation));
  } catch (error) {
    logEvent('delete.still_listed', { conversation, reason: String(error) });
  }
}

type Existence =
  | 'here'
  /** It has erased itself, or is about to, and left its line in the list. */
  | 'gone'
  /** This website has no such conversation. */
  | 'unknown';

const STATUS: Readonly<Record<Existence, number>> = { here: 200, gone: 410, unknown: 404 };

/**
 * How a conversation stands with the website in the path.
 *
 * @param site whose the conversation says it is; null if it is no more
 */
async function existenceOf(
  c: DashboardContext,
  conversation: string,
  site: string | null,
): Promise<Existence> {
  const here = c.get('site').site;
  if (site !== null) return site === here ? 'here' : 'unknown';
  return (await findConversation(c.env.DB, here, conversation)) ? 'gone' : 'unknown';
}

/** The conversation that the path names; without an object if there can be none of that id. */
function inPath(c: DashboardContext) {
  const { CONVERSATION } = c.env;
  const conversation = c.req.param('conversation') ?? '';
  if (!CONVERSATION_ID.test(conversation)) return { conversation, object: null };
  try {
    const object = CONVERSATION.get(CONVERSATION.idFromString(conversation));
    return { conversation, object };
  } catch {
    // An id says which kind of object it is of, and this one is of another.
    return { conversation, object: null };
  }
}
