/** The assistant page. Owners only. */
import { Hono } from 'hono';
import { modelsOf } from '../../assistant/models/choice.ts';
import { appliedWords } from '../../dashboard/applied.ts';
import { Assistant, ASSISTANT_SCRIPT } from '../../dashboard/assistant.tsx';
import {
  type AssistantValues,
  assistantValues,
  readAssistant,
  valuesIn,
} from '../../dashboard/assistant-form.ts';
import type { FieldErrors } from '../../dashboard/form.tsx';
import { LATELY_DAYS } from '../../dashboard/lately.tsx';
import { pathOf } from '../../dashboard/layout.tsx';
import type { Trial } from '../../dashboard/model-panel.tsx';
import { PROBLEMS } from '../../pages/problem.tsx';
import { troublesSince } from '../../site/model-trouble.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { redirectAfterForm, show } from './respond.ts';
import { saveAndPush } from './save.ts';
import { mayTry, tryModel } from './try-model.ts';

const PAGE = '/app/sites/:site/assistant';
const TRY = `${PAGE}/try`;

const DAY_MS = 24 * 60 * 60 * 1000;

export const assistantRoutes = new Hono<DashboardBindings>()
  .use(PAGE, requireSite('owner'))
  .use(TRY, requireSite('owner'))
  .get(PAGE, (c) => showPage(c, assistantValues(c.get('settings'))))
  .post(PAGE, async (c) => {
    const values = valuesIn(await c.req.formData(), c.get('settings'));
    const read = readAssistant(values);
    if (!read.ok) return showPage(c, values, read.errors);
    const saved = await saveAndPush(c, read.change);
    if (!saved) return problem(PROBLEMS.notFound);
    const { applied } = saved;
    const text =
      applied === null
        ? 'Saved. Open conversations could not be told just now; save once more to try again.'
        : `Saved. ${appliedWords(applied)}`;
    return redirectAfterForm(c, pathOf(saved.settings.site, 'assistant'), { is: 'done', text });
  })
  .get(TRY, (c) => redirectAfterForm(c, pathOf(c.get('site').site, 'assistant')))
  .post(TRY, async (c) => {
    const form = await c.req.formData();
    const settings = c.get('settings');
    // What was typed is neither saved nor lost. A form without any of it is the button alone.
    const values = form.has('name') ? valuesIn(form, settings) : assistantValues(settings);
    return showPage(c, values, {}, await tried(c));
  });

async function tried(c: DashboardContext): Promise<Trial> {
  if (!(await mayTry(c.env, c.get('visit').member.id, Date.now()))) return { is: 'too_fast' };
  return tryModel(modelsOf(c.env).choice);
}

async function showPage(
  c: DashboardContext,
  values: AssistantValues,
  errors: FieldErrors = {},
  trial?: Trial,
): Promise<Response> {
  const settings = c.get('settings');
  const now = Date.now();
  const troubles = await troublesSince(c.env.DB, settings.site, now - LATELY_DAYS * DAY_MS);
  const model = { models: modelsOf(c.env), troubles, trial, now };
  const shown = {
    current: 'assistant',
    title: 'Assistant',
    lead: 'Who visitors talk to until a person comes, and how it answers.',
    body: Assistant({ settings, values, errors, model }),
    modules: [ASSISTANT_SCRIPT],
    width: 'wide',
  } as const;
  return show(c, shown, trial?.is === 'too_fast' ? 429 : 200);
}
