/** How the escalation page is shown, and what it tells after a form of its own. */
import { penFor } from '../../language/speech.ts';
import { appliedWords } from '../../dashboard/applied.ts';
import {
  Escalation,
  ESCALATION_SCRIPT,
  type EscalationFacts,
} from '../../dashboard/escalation.tsx';
import { pathOf, type Flash } from '../../dashboard/layout.tsx';
import { sampleMail } from '../../dashboard/sample-mail.ts';
import { lastTeamMails } from '../../site/team-mails.ts';
import { publicOrigin } from '../public-origin.ts';
import type { DashboardContext } from './context.ts';
import { redirectAfterForm, show } from './respond.ts';
import type { Saved } from './save.ts';

/** How many of the last notifications the page shows. */
const SHOWN_NOTIFICATIONS = 50;

/** What was typed and is not saved; the address as it is saved unless told. */
type Typed = Partial<Pick<EscalationFacts, 'address' | 'error' | 'tests' | 'times' | 'hours'>>;

/** Goes back to the page and tells there what was done, and how many open conversations know. */
export function tell(
  c: DashboardContext,
  { settings, applied }: Saved,
  done: string,
): Promise<Response> {
  const late = 'Open conversations couldn’t be told just now: please do it once more.';
  const flash: Flash =
    applied === null
      ? { is: 'failed', text: `${done} ${late}` }
      : { is: 'done', text: `${done} ${appliedWords(applied)}`, isAside: true };
  return redirectAfterForm(c, pathOf(settings.site, 'escalation'), flash);
}

/** Shows the page with whatever was typed. */
export async function showEscalation(
  c: DashboardContext,
  typed: Typed = {},
  options: { status?: number; flash?: Flash } = {},
): Promise<Response> {
  const settings = c.get('settings');
  const { status, flash } = options;
  const pen = await penFor(settings.language);
  const facts: EscalationFacts = {
    settings,
    address: settings.escalation.address,
    ...typed,
    notifications: await lastTeamMails(c.env.DB, settings.site, SHOWN_NOTIFICATIONS),
    agent: c.get('visit').member.name,
    subject: sampleMail(settings, publicOrigin(c.env, c.req.raw), pen).subject,
    now: Date.now(),
  };
  const shown = {
    title: 'Escalation',
    current: 'escalation' as const,
    lead: 'When a visitor wants a person, your team is called into the chat.',
    body: Escalation(facts),
    modules: [ESCALATION_SCRIPT],
  };
  return show(c, shown, status, flash && { flash });
}
