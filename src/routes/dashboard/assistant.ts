/** The assistant page. Owners only. */
import { Hono } from 'hono';
import { appliedWords } from '../../dashboard/applied.ts';
import { Assistant, ASSISTANT_SCRIPT } from '../../dashboard/assistant.tsx';
import {
  type AssistantValues,
  assistantValues,
  readAssistant,
  valuesIn,
} from '../../dashboard/assistant-form.ts';
import type { FieldErrors } from '../../dashboard/form.tsx';
import { pathOf } from '../../dashboard/layout.tsx';
import { PROBLEMS } from '../../pages/problem.tsx';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { goOn, show } from './respond.ts';
import { saveAndPush } from './save.ts';

const PAGE = '/app/sites/:site/assistant';

export const assistantRoutes = new Hono<DashboardBindings>()
  .use(PAGE, requireSite('owner'))
  .get(PAGE, (c) => showPage(c, assistantValues(c.get('settings'))))
  .post(PAGE, async (c) => {
    const values = valuesIn(await c.req.formData(), c.get('settings').color);
    const read = readAssistant(values);
    if (!read.ok) return showPage(c, values, read.errors);
    const saved = await saveAndPush(c, read.change);
    if (!saved) return problem(PROBLEMS.notFound);
    const { applied } = saved;
    const text =
      applied === null
        ? 'Saved. Open conversations could not be told just now; save once more to try again.'
        : `Saved. ${appliedWords(applied)}`;
    return goOn(c, pathOf(saved.settings.site, 'assistant'), { is: 'done', text });
  });

function showPage(
  c: DashboardContext,
  values: AssistantValues,
  errors: FieldErrors = {},
): Promise<Response> {
  const shown = {
    current: 'assistant',
    title: 'Assistant',
    lead: 'Who visitors talk to until a person comes, and how it answers.',
    body: Assistant({ settings: c.get('settings'), values, errors }),
    modules: [ASSISTANT_SCRIPT],
    width: 'wide',
  } as const;
  return show(c, shown);
}
