/** All websites of a member; creating, changing and deleting one. */
import { Hono } from 'hono';
import { appliedWords } from '../../dashboard/applied.ts';
import type { FieldErrors } from '../../dashboard/form.tsx';
import { pathOf, type Flash } from '../../dashboard/layout.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import {
  MAX_RETENTION_DAYS,
  valuesOf,
  Website,
  type WebsiteValues,
} from '../../dashboard/website.tsx';
import {
  NEW_WEBSITE,
  NewWebsite,
  NewWebsiteLink,
  type NewWebsiteValues,
  Websites,
} from '../../dashboard/websites.tsx';
import { logEvent } from '../../log.ts';
import { monitorOf } from '../../monitor/monitor-of.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { readDomains } from '../../site/domains.ts';
import { createSite, deleteSite, sitesOf } from '../../site/own-sites.ts';
import { parseName } from '../../team/name.ts';
import { problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { requireSite } from './guard.ts';
import { redirectAfterForm, show } from './respond.ts';
import { saveAndPush, type Saved } from './save.ts';

const SITES = '/app/sites';

export const websiteRoutes = new Hono<DashboardBindings>()
  .get(SITES, async (c) => {
    const { member, mayCreate } = c.get('visit');
    const sites = await sitesOf(c.env.DB, member.id);
    return show(c, {
      title: 'Websites',
      ...(mayCreate && sites.length > 0 && { actions: NewWebsiteLink() }),
      body: Websites({ sites, mayCreate }),
    });
  })
  .get(NEW_WEBSITE, (c) => showNew(c, { name: '', domains: '' }))
  .post(NEW_WEBSITE, async (c) => {
    const { member, mayCreate } = c.get('visit');
    if (!mayCreate) return problem(PROBLEMS.forbidden);
    const form = await c.req.formData();
    const values = { name: textOf(form, 'name'), domains: textOf(form, 'domains') };
    const name = parseName(values.name);
    const read = readDomains(values.domains);
    if (name === null || !read.ok) {
      return showNew(c, values, { ...nameError(name), ...(!read.ok && { domains: read.error }) });
    }
    const wanted = { name, domains: read.domains, owner: member };
    const site = await createSite(c.env.DB, wanted, Date.now());
    const text = `${name} is set up. One line on its pages is all that’s missing.`;
    return redirectAfterForm(c, pathOf(site, 'install'), { is: 'done', text });
  })
  .get('/app/sites/:site/website', requireSite('owner'), (c) => showWebsite(c))
  .post('/app/sites/:site/website', requireSite('owner'), async (c) => {
    const form = await c.req.formData();
    const values = {
      name: textOf(form, 'name'),
      domains: textOf(form, 'domains'),
      retention: textOf(form, 'retention'),
      confirm: '',
    };
    const name = parseName(values.name);
    const read = readDomains(values.domains);
    const retentionDays = readDays(values.retention);
    if (name === null || !read.ok || retentionDays === null) {
      return showWebsite(c, values, {
        ...nameError(name),
        ...(!read.ok && { domains: read.error }),
        ...(retentionDays === null && {
          retention: `Enter a number of days, from 1 to ${MAX_RETENTION_DAYS}.`,
        }),
      });
    }
    const saved = await saveAndPush(c, { name, domains: read.domains, retentionDays });
    if (!saved) return problem(PROBLEMS.notFound);
    return redirectAfterForm(c, pathOf(saved.settings.site, 'website'), savedFlash(saved));
  })
  .post('/app/sites/:site/website/delete', requireSite('owner'), async (c) => {
    const settings = c.get('settings');
    const confirm = textOf(await c.req.formData(), 'confirm');
    if (oneSpace(confirm) !== oneSpace(settings.name)) {
      const error = `That is not its name. Type ${settings.name} to delete it.`;
      return showWebsite(c, { ...valuesOf(settings), confirm }, { confirm: error });
    }
    return redirectAfterForm(c, SITES, await deleteWebsite(c));
  });

function showNew(
  c: DashboardContext,
  values: NewWebsiteValues,
  errors: FieldErrors | null = null,
): Response | Promise<Response> {
  if (!c.get('visit').mayCreate) return problem(PROBLEMS.forbidden);
  const shown = {
    title: 'New website',
    lead: 'The assistant, its articles and the people who help are a website’s own.',
    body: NewWebsite({ values, errors: errors ?? {} }),
  };
  return show(c, shown);
}

function showWebsite(
  c: DashboardContext,
  values: WebsiteValues = valuesOf(c.get('settings')),
  errors: FieldErrors | null = null,
): Promise<Response> {
  const settings = c.get('settings');
  const body = Website({ settings, values, errors: errors ?? {} });
  return show(c, { title: 'Website', current: 'website', body });
}

/**
 * The monitor hears of it first and erases the conversations once D1 has let go of the website: whatever
 * happens in between, none is left without an owner. Told again afterwards it need not look again later.
 */
async function deleteWebsite(c: DashboardContext): Promise<Flash> {
  const { site, name } = c.get('settings');
  const monitor = monitorOf(c.env, site);
  try {
    await monitor.retire();
  } catch (error) {
    logEvent('website.retire_failed', { site, reason: String(error) });
    return { is: 'failed', text: `${name} couldn’t be deleted just now. Please try again.` };
  }
  await deleteSite(c.env.DB, site);
  c.executionCtx.waitUntil(monitor.retire().catch(() => undefined));
  return { is: 'done', text: `${name} is deleted. Its conversations are being erased.` };
}

function savedFlash({ applied }: Saved): Flash {
  return applied === null
    ? {
        is: 'failed',
        text: 'Saved, but open conversations couldn’t be told just now. Save once more to try again.',
      }
    : { is: 'done', text: `Saved. ${appliedWords(applied)}` };
}

function nameError(name: string | null): FieldErrors {
  return name === null ? { name: 'Enter a name of 1 to 60 characters.' } : {};
}

/** A whole number of days within bounds; null for anything else. */
function readDays(text: string): number | null {
  if (!/^\s*\d{1,5}\s*$/.test(text)) return null;
  const days = Number(text);
  return days >= 1 && days <= MAX_RETENTION_DAYS ? days : null;
}

function oneSpace(text: string): string {
  return text.normalize().replaceAll(/\s+/g, ' ').trim();
}
