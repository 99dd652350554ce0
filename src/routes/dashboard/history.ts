/** The history: the list, one conversation, its files, and deleting it for good. */
import { type Context, Hono } from 'hono';
import { asJson, asText, fileName, type Transcript } from '../../dashboard/export.ts';
import {
  confirmDeletePage,
  conversationPage,
  gonePage,
  historyPage,
} from '../../dashboard/history-pages.tsx';
import { pathOf } from '../../dashboard/layout.tsx';
import { PROBLEMS } from '../../pages/problem.tsx';
import { forgetStatements } from '../../site/conversation-index.ts';
import { findConversation, hasConversations, listConversations } from '../../site/history.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { readHistoryQuery } from './history-query.ts';
import { goOn, show } from './respond.ts';

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

async function list(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const { asked, query, error } = readHistoryQuery(new URL(c.req.url).searchParams);
  const [page, hasAny] = await Promise.all([
    query ? listConversations(c.env.DB, site, query) : { conversations: [], older: null },
    hasConversations(c.env.DB, site),
  ]);
  const isLater = query !== null && query.before !== null;
  const shown = historyPage({ site, asked, error, page, isLater, hasAny });
  return show(c, shown, error === undefined ? 200 : 422);
}

async function showOne(c: DashboardContext): Promise<Response> {
  const found = await find(c);
  if (found.is === 'unknown') return problem(PROBLEMS.notFound);
  const { site, role } = c.get('site');
  const { conversation } = found;
  const isOwner = role === 'owner';
  if (found.is === 'gone') return show(c, gonePage({ site, conversation, isOwner }), 410);
  const { about, state, entries } = found.transcript;
  const before = Number(c.req.query('before'));
  const shown = conversationPage({
    site,
    conversation,
    about,
    phase: state.phase,
    entries,
    assistant: c.get('settings').assistantName,
    before: Number.isSafeInteger(before) && before > 1 ? before : null,
    isOwner,
  });
  return show(c, shown);
}

async function download(c: DashboardContext, as: 'txt' | 'json'): Promise<Response> {
  const found = await find(c);
  if (found.is !== 'here') return problem(PROBLEMS.notFound);
  const { transcript } = found;
  const text =
    as === 'txt' ? asText(transcript, c.get('settings').assistantName) : asJson(transcript);
  const type = as === 'txt' ? 'text/plain' : 'application/json';
  return new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${fileName(transcript, as)}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function confirmDelete(c: DashboardContext): Promise<Response> {
  const found = await find(c);
  if (found.is === 'unknown') return problem(PROBLEMS.notFound);
  const { site } = c.get('site');
  const { conversation } = found;
  if (found.is === 'gone') return show(c, gonePage({ site, conversation, isOwner: true }), 410);
  const { entries, state } = found.transcript;
  return show(c, confirmDeletePage({ site, conversation, entries, phase: state.phase }));
}

async function deleteForGood(c: DashboardContext): Promise<Response> {
  const found = await find(c);
  if (found.is === 'unknown') return problem(PROBLEMS.notFound);
  const { conversation } = found;
  // The object first: as long as its line is in the list, somebody can try again.
  if (found.is === 'here') await objectOf(c, conversation)?.erase();
  await c.env.DB.batch(forgetStatements(c.env.DB, conversation));
  return goOn(c, pathOf(c.get('site').site, 'history'), {
    is: 'done',
    text: found.is === 'here' ? 'The conversation is deleted for good.' : 'The line is removed.',
  });
}

type Found =
  | { is: 'here'; conversation: string; transcript: Transcript }
  /** It has erased itself, and left its line in the list. */
  | { is: 'gone'; conversation: string }
  /** This website has no such conversation. */
  | { is: 'unknown' };

/** The conversation in the path, if it is one of the website's in the path. */
async function find(c: DashboardContext): Promise<Found> {
  const conversation = c.req.param('conversation') ?? '';
  const object = objectOf(c, conversation);
  if (!object) return { is: 'unknown' };
  const { site } = c.get('site');
  const transcript = await object.transcript();
  if (transcript === null) {
    const line = await findConversation(c.env.DB, site, conversation);
    return line ? { is: 'gone', conversation } : { is: 'unknown' };
  }
  if (transcript.site !== site) return { is: 'unknown' };
  const { about, state, entries } = transcript;
  return { is: 'here', conversation, transcript: { conversation, about, state, entries } };
}

function objectOf({ env }: Context<DashboardBindings>, conversation: string) {
  if (!CONVERSATION_ID.test(conversation)) return null;
  try {
    return env.CONVERSATION.get(env.CONVERSATION.idFromString(conversation));
  } catch {
    // An id says which kind of object it is of, and this one is of another.
    return null;
  }
}
