/** The webhooks page and the pages of one webhook. Owners only; what is saved takes effect in open chats at once. */
import { Hono } from 'hono';
import { appliedWords } from '../../dashboard/applied.ts';
import { type Flash, pathOf } from '../../dashboard/layout.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import { SecretPanel, TestButton, WebhookForm, WebhookRemoval } from '../../dashboard/webhook.tsx';
import type { FieldErrors } from '../../dashboard/form.tsx';
import {
  NEW_WEBHOOK,
  readWebhook,
  type WebhookValues,
  webhookValuesIn,
} from '../../dashboard/webhook-form.ts';
import { WebhookLog } from '../../dashboard/webhook-log.tsx';
import { AddWebhook, webhookPath, Webhooks } from '../../dashboard/webhooks.tsx';
import { PROBLEMS } from '../../pages/problem.tsx';
import { lastDeliveries } from '../../site/webhook-deliveries.ts';
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  MAX_WEBHOOKS,
  removeWebhook,
  rotateSecret,
  type Webhook,
  webhooksOf,
} from '../../site/webhooks.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { redirectAfterForm, show } from './respond.ts';
import { saveAndPush } from './save.ts';
import { sendAgain, sendTest } from './webhook-sending.ts';

const LIST = '/app/sites/:site/webhooks';
const ONE = `${LIST}/:webhook{[0-9a-f]{24}}`;

/** How many of the last deliveries a page shows. */
const SHOWN_DELIVERIES = 50;

export const webhookRoutes = new Hono<DashboardBindings>()
  .use(LIST, requireSite('owner'))
  .use(`${LIST}/*`, requireSite('owner'))
  .get(LIST, (c) => showList(c))
  .get(`${LIST}/new`, (c) => showNew(c))
  .post(`${LIST}/new`, (c) => add(c))
  .post(`${LIST}/again`, async (c) =>
    redirectAfterForm(
      c,
      `${listPath(c)}#deliveries`,
      await sendAgain(c, await textField(c, 'delivery')),
    ),
  )
  .get(ONE, (c) => withOne(c, (webhook) => showOne(c, webhook)))
  .post(ONE, (c) => withOne(c, (webhook) => change(c, webhook)))
  .post(`${ONE}/test`, (c) =>
    withOne(c, async (webhook) =>
      redirectAfterForm(c, onePath(c, webhook), await sendTest(c, webhook)),
    ),
  )
  .post(`${ONE}/secret`, (c) => withOne(c, (webhook) => rotate(c, webhook)))
  .get(`${ONE}/remove`, (c) =>
    withOne(c, (webhook) => {
      const body = WebhookRemoval({ site: c.get('site').site, webhook });
      return show(c, { current: 'webhooks', title: 'Remove this webhook?', body });
    }),
  )
  .post(`${ONE}/remove`, (c) => withOne(c, (webhook) => remove(c, webhook)));

async function showList(c: DashboardContext): Promise<Response> {
  const { site } = c.get('site');
  const [webhooks, deliveries] = await Promise.all([
    webhooksOf(c.env.DB, site),
    lastDeliveries(c.env.DB, site, SHOWN_DELIVERIES),
  ]);
  return show(c, {
    current: 'webhooks',
    title: 'Webhooks',
    lead: 'Servers and channels of yours that are told what happens in the chat.',
    // Where there is none yet, it stands in the middle of the page.
    ...(webhooks.length > 0 && { actions: AddWebhook({ site, count: webhooks.length }) }),
    body: Webhooks({ site, webhooks, deliveries, now: Date.now() }),
  });
}

function showNew(
  c: DashboardContext,
  values: WebhookValues = NEW_WEBHOOK,
  errors: FieldErrors | null = null,
): Promise<Response> {
  const body = WebhookForm({ site: c.get('site').site, values, errors: errors ?? {} });
  return show(c, { current: 'webhooks', title: 'New webhook', body });
}

async function add(c: DashboardContext): Promise<Response> {
  const values = webhookValuesIn(await c.req.formData());
  const read = readWebhook(values, isDevelopment(c));
  if (!read.ok) return showNew(c, values, read.errors);
  const added = await addWebhook(c.env.DB, c.get('site').site, read.draft, Date.now());
  if (!added) {
    return showNew(c, values, {
      url: `A website has up to ${MAX_WEBHOOKS} webhooks. Please remove another one first.`,
    });
  }
  return redirectAfterForm(c, `${onePath(c, added)}?reveal`, await makeKnown(c, 'Added.'));
}

async function showOne(
  c: DashboardContext,
  webhook: Webhook,
  values: WebhookValues = webhook,
  errors: FieldErrors | null = null,
): Promise<Response> {
  const { site } = c.get('site');
  const { id } = webhook;
  const deliveries = await lastDeliveries(c.env.DB, site, SHOWN_DELIVERIES, id);
  return show(c, {
    current: 'webhooks',
    title: 'Webhook',
    actions: TestButton({ site, id }),
    body: [
      WebhookForm({ site, id, values, errors: errors ?? {} }),
      SecretPanel({ site, webhook, isRevealed: c.req.query('reveal') !== undefined }),
      WebhookLog({ site, deliveries, now: Date.now() }),
    ],
  });
}

async function change(c: DashboardContext, webhook: Webhook): Promise<Response> {
  const values = webhookValuesIn(await c.req.formData());
  const read = readWebhook(values, isDevelopment(c));
  if (!read.ok) return showOne(c, webhook, values, read.errors);
  const isThere = await changeWebhook(c.env.DB, c.get('site').site, webhook.id, read.draft);
  if (!isThere) return problem(PROBLEMS.notFound);
  return redirectAfterForm(c, listPath(c), await makeKnown(c, 'Saved.'));
}

async function rotate(c: DashboardContext, webhook: Webhook): Promise<Response> {
  const isThere = await rotateSecret(c.env.DB, c.get('site').site, webhook.id);
  if (!isThere) return problem(PROBLEMS.notFound);
  const text = 'This is the new secret. The old one is no longer used.';
  return redirectAfterForm(c, `${onePath(c, webhook)}?reveal#secret`, { is: 'done', text });
}

async function remove(c: DashboardContext, webhook: Webhook): Promise<Response> {
  await removeWebhook(c.env.DB, c.get('site').site, webhook.id);
  return redirectAfterForm(c, listPath(c), await makeKnown(c, 'The webhook is removed.'));
}

/** Hands the choice of webhooks to open conversations. */
async function makeKnown(c: DashboardContext, done: string): Promise<Flash> {
  const saved = await saveAndPush(c, {});
  if (saved && saved.applied !== null) {
    return { is: 'done', text: `${done} ${appliedWords(saved.applied)}` };
  }
  const late = 'Open conversations couldn’t be told just now. Save once more to try again.';
  return { is: 'failed', text: `${done} ${late}` };
}

async function withOne(
  c: DashboardContext,
  answer: (webhook: Webhook) => Promise<Response>,
): Promise<Response> {
  const id = c.req.param('webhook') ?? '';
  const webhook = await findWebhook(c.env.DB, c.get('site').site, id);
  return webhook ? answer(webhook) : problem(PROBLEMS.notFound);
}

function isDevelopment(c: DashboardContext): boolean {
  return c.env.BATON_ENV === 'development';
}

function listPath(c: DashboardContext): string {
  return pathOf(c.get('site').site, 'webhooks');
}

function onePath(c: DashboardContext, { id }: Webhook): string {
  return webhookPath(c.get('site').site, id);
}

async function textField(c: DashboardContext, name: string): Promise<string> {
  return textOf(await c.req.formData(), name);
}
