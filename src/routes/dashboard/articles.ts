/** The pages of one article: written, imported, changed, thrown away. Mounted behind the owner's guard. */
import { Hono } from 'hono';
import { ArticleDeletion, ArticlePage, ImportPage } from '../../dashboard/article.tsx';
import { type ArticleValues, EMPTY_ARTICLE, readArticle } from '../../dashboard/article-form.ts';
import { importProblem } from '../../dashboard/import-words.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { createArticle, deleteArticle, findArticle, updateArticle } from '../../site/articles.ts';
import { IMPORT_MS, importPage } from '../../site/import.ts';
import { findQuestion } from '../../site/unanswered.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { field, isAllowed, knowledgePath, TOO_FAST } from './knowledge-request.ts';
import { redirectAfterForm, show } from './respond.ts';
import { tendInBackground } from './tend.ts';

const LIST = '/app/sites/:site/knowledge';
const ONE = `${LIST}/:article{[0-9]{1,15}}`;

/** Pages that a member may have fetched in a minute. */
export const IMPORTS_PER_MINUTE = 10;

export const articleRoutes = new Hono<DashboardBindings>()
  .get(`${LIST}/import`, (c) => showImport(c))
  .post(`${LIST}/import`, (c) => importOne(c))
  .get(`${LIST}/new`, (c) => writeNew(c))
  .post(`${LIST}/new`, (c) => saveNew(c))
  .get(ONE, (c) => edit(c))
  .post(ONE, (c) => save(c))
  .get(`${ONE}/delete`, (c) => confirmDelete(c))
  .post(`${ONE}/delete`, (c) => deleteForGood(c));

function showImport(c: DashboardContext, address = '', error?: string, status = 200) {
  const shown = {
    current: 'knowledge',
    title: 'Import a page',
    lead: 'The text of a web page becomes an article.',
    body: ImportPage({ site: c.get('site').site, address, error }),
  } as const;
  return show(c, shown, status);
}

async function importOne(c: DashboardContext): Promise<Response> {
  const address = await field(c, 'address');
  if (!(await isAllowed(c, 'import', IMPORTS_PER_MINUTE))) {
    return showImport(c, address, TOO_FAST, 429);
  }
  const imported = await importPage(
    address,
    (url, init) => fetch(url, init),
    AbortSignal.timeout(IMPORT_MS),
  );
  if (!imported.ok) return showImport(c, address, importProblem(imported.failure));
  const { site } = c.get('site');
  const { page } = imported;
  const body = ArticlePage({ site, values: page, errors: {}, importedFrom: page.url });
  return show(c, { current: 'knowledge', title: 'New article', body });
}

async function writeNew(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const question = await findQuestion(c.env.DB, site, c.req.query('answers') ?? '');
  const title = question?.question ?? c.req.query('title') ?? '';
  const values = { ...EMPTY_ARTICLE, title };
  const body = ArticlePage({ site, values, errors: {}, answers: question?.fold });
  return show(c, { current: 'knowledge', title: 'New article', body });
}

async function saveNew(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const values = await articleValues(c);
  const answers = (await field(c, 'answers')) || undefined;
  const read = readArticle(values);
  if (!read.ok) {
    const body = ArticlePage({ site, values, errors: read.errors, answers });
    return show(c, { current: 'knowledge', title: 'New article', body });
  }
  await createArticle(c.env.DB, site, read.draft, Date.now(), answers);
  tendInBackground(c);
  return redirectAfterForm(c, knowledgePath(c), {
    is: 'done',
    text: 'Saved. The assistant answers from it now.',
  });
}

async function edit(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const article = await findArticle(c.env.DB, site, idOf(c));
  if (!article) return problem(PROBLEMS.notFound);
  const { id, title, url = '', text } = article;
  const body = ArticlePage({ site, id, values: { title, url, text }, errors: {} });
  return show(c, { current: 'knowledge', title: 'Edit article', body });
}

async function save(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const id = idOf(c);
  const values = await articleValues(c);
  const read = readArticle(values);
  if (!read.ok) {
    const body = ArticlePage({ site, id, values, errors: read.errors });
    return show(c, { current: 'knowledge', title: 'Edit article', body });
  }
  const isSaved = await updateArticle(c.env.DB, site, id, read.draft, Date.now());
  if (!isSaved) return offerAnew(c, values);
  tendInBackground(c);
  return redirectAfterForm(c, knowledgePath(c), {
    is: 'done',
    text: 'Saved. The assistant answers from it now.',
  });
}

/** What was typed is not lost with the article that a colleague has deleted meanwhile. */
function offerAnew(c: DashboardContext, values: ArticleValues): Promise<Response> {
  const text = 'This article has been deleted meanwhile. You can save it once more as a new one.';
  const body = ArticlePage({ site: c.get('site').site, values, errors: {} });
  const shown = { current: 'knowledge', title: 'New article', body } as const;
  return show(c, shown, 409, { flash: { is: 'failed', text } });
}

async function confirmDelete(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const article = await findArticle(c.env.DB, site, idOf(c));
  if (!article) return problem(PROBLEMS.notFound);
  const { id, title } = article;
  const body = ArticleDeletion({ site, id, title });
  return show(c, { current: 'knowledge', title: 'Delete this article?', body });
}

async function deleteForGood(c: DashboardContext): Promise<Response> {
  const isGone = await deleteArticle(c.env.DB, c.get('site').site, idOf(c));
  if (!isGone) return problem(PROBLEMS.notFound);
  return redirectAfterForm(c, knowledgePath(c), { is: 'done', text: 'The article is deleted.' });
}

function idOf(c: DashboardContext): number {
  return Number(c.req.param('article'));
}

async function articleValues(c: DashboardContext): Promise<ArticleValues> {
  return {
    title: await field(c, 'title'),
    url: await field(c, 'url'),
    text: await field(c, 'text'),
  };
}
