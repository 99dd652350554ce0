/** The knowledge page: the articles, test questions, and what nobody could answer. Owners only. */
import { Hono } from 'hono';
import { Knowledge, KnowledgeActions } from '../../dashboard/knowledge.tsx';
import { MAX_TEST_CHARS, type TestQuestionProps } from '../../dashboard/test-question.tsx';
import { listArticles } from '../../site/articles.ts';
import { dismissQuestion, openQuestions } from '../../site/unanswered.ts';
import { articleRoutes } from './articles.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { field, isAllowed, knowledgePath, TOO_FAST } from './knowledge-request.ts';
import { redirectAfterForm, show } from './respond.ts';
import { tendInBackground } from './tend.ts';
import { askTest } from './test-question.ts';

const LIST = '/app/sites/:site/knowledge';

/** Open questions that are shown. */
const QUESTIONS = 20;

/** Questions that a member may try in a minute. */
export const TESTS_PER_MINUTE = 20;

export const knowledgeRoutes = new Hono<DashboardBindings>()
  .use(LIST, requireSite('owner'))
  .use(`${LIST}/*`, requireSite('owner'))
  .get(LIST, (c) => openList(c))
  .get(`${LIST}/ask`, (c) => redirectAfterForm(c, knowledgePath(c)))
  .post(`${LIST}/ask`, (c) => ask(c))
  .post(`${LIST}/dismiss`, (c) => dismiss(c))
  .route('/', articleRoutes);

function openList(c: DashboardContext): Promise<Response> {
  // Whatever was left undone, after a model's failure or by an import, is done while the owner looks on.
  tendInBackground(c);
  return showList(c);
}

async function showList(
  c: DashboardContext,
  test: Partial<TestQuestionProps> = {},
  status = 200,
): Promise<Response> {
  const { site } = c.get('site');
  const assistant = c.get('settings').assistantName;
  const search = (c.req.query('q') ?? '').trim();
  const [list, questions] = await Promise.all([
    listArticles(c.env.DB, site, search, Number(c.req.query('page')) || 1),
    openQuestions(c.env.DB, site, QUESTIONS),
  ]);
  const shown = {
    current: 'knowledge',
    title: 'Knowledge',
    lead: 'What the assistant answers from.',
    // Where there is nothing yet, they stand in the middle of the page.
    ...((list.total > 0 || search !== '') && { actions: KnowledgeActions({ site }) }),
    body: Knowledge({
      site,
      search,
      list,
      questions,
      test: { site, assistant, question: '', ...test },
    }),
  } as const;
  return show(c, shown, status);
}

async function ask(c: DashboardContext): Promise<Response> {
  const question = await field(c, 'question');
  const text = question.trim();
  if (text === '' || text.length > MAX_TEST_CHARS) {
    const error =
      text === ''
        ? 'Please type a question, as a visitor would.'
        : `Please keep it to ${MAX_TEST_CHARS} characters.`;
    return showList(c, { question, error });
  }
  if (!(await isAllowed(c, 'test', TESTS_PER_MINUTE))) {
    return showList(c, { question, error: TOO_FAST }, 429);
  }
  const answer = await askTest(c.env, c.get('settings'), text);
  return showList(c, { question, answer });
}

async function dismiss(c: DashboardContext): Promise<Response> {
  await dismissQuestion(c.env.DB, c.get('site').site, await field(c, 'fold'));
  const text = 'Dismissed. It comes back if a visitor asks it again.';
  return redirectAfterForm(c, knowledgePath(c), { is: 'done', text });
}
