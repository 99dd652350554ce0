/**
 * The escalation page: whether visitors are offered a person, who is called and when, what happens if nobody
 * comes, and what became of the mails.
 */
import type { TeamMail } from '../site/team-mails.ts';
import type { SiteSettings } from '../site/settings.ts';
import { EscalationPreview } from './escalation-preview.tsx';
import { Field, Form } from './form.tsx';
import { HoursPanel, type HoursPanelProps } from './hours-panel.tsx';
import { Icon } from './icons.tsx';
import { LadderPanel, type LadderPanelProps } from './ladder-panel.tsx';
import { pathOf } from './layout.tsx';
import { LastNotifications } from './notifications.tsx';
import { Panel } from './parts.tsx';
import { Refused } from './refused.tsx';

/** Follows what is typed, and spares typing. */
export const ESCALATION_SCRIPT = '/baton/escalation.js';

/** How a test mail to one address went. */
export interface TestResult {
  address: string;
  /** Why it was refused, in the provider’s words; null if it was accepted. */
  refusal: string | null;
}

export interface EscalationFacts {
  settings: SiteSettings;
  /** What stands in the address field. */
  address: string;
  /** What is wrong with it. */
  error?: string | undefined;
  /** How a test went that was just made. */
  tests?: readonly TestResult[];
  /** The times as they were typed, if they could not be saved. */
  times?: LadderPanelProps['typed'];
  /** The hours, likewise. */
  hours?: HoursPanelProps['typed'];
  /** The last mails to the team, newest first. */
  notifications: readonly TeamMail[];
  /** Who might join, in the preview. */
  agent: string;
  /** The subject of the mail that calls the team. */
  subject: string;
  /** In ms since 1970. */
  now: number;
}

export function Escalation(facts: EscalationFacts) {
  const { settings, notifications, agent, subject, now, times, hours } = facts;
  return (
    <>
      <Switch {...facts} />
      <LadderPanel settings={settings} typed={times} />
      <HoursPanel settings={settings} typed={hours} now={now} />
      <EscalationPreview settings={settings} agent={agent} subject={subject} />
      <Panel
        title="Last notifications"
        id="notifications"
        lead="What became of the mails to your team, newest first."
      >
        <LastNotifications site={settings.site} notifications={notifications} now={now} />
      </Panel>
    </>
  );
}

function Switch({ settings, address, error, tests }: EscalationFacts) {
  const { enabled } = settings.escalation;
  return (
    <section
      class={`card panel escalation-switch ${enabled ? 'on' : 'off'}`}
      aria-label="Notification"
    >
      <div class="switch-head">
        <span class="lamp">
          <Icon name={enabled ? 'check' : 'close'} />
        </span>
        <div>
          <p role="status" class="switch-status">
            {enabled ? 'Escalation is on' : 'Escalation is off'}
          </p>
          <p class="muted">
            {enabled
              ? `Visitors who ask for a person, or lose patience with ${settings.assistantName}, are offered one.`
              : withoutAPerson(settings)}
          </p>
        </div>
      </div>
      <Form action={pathOf(settings.site, 'escalation')}>
        <Field
          name="address"
          label="Notification email"
          value={address}
          error={error}
          hint="Whoever opens the link in the mail can take over. Put commas between several addresses."
          input={{
            inputMode: 'email',
            autoComplete: 'email',
            autoCapitalize: 'none',
            spellcheck: false,
            placeholder: 'team@shop.example',
          }}
        />
        {tests && <TestResults tests={tests} isSaved={address === settings.escalation.address} />}
        <div class="form-foot">
          <button type="submit" class="primary" name="do" value={enabled ? 'save' : 'enable'}>
            {enabled ? 'Save' : 'Enable'}
          </button>
          <button type="submit" name="do" value="test">
            <Icon name="mail" />
            Send a test email
          </button>
          {enabled && (
            <button
              type="submit"
              class="danger apart"
              name="do"
              value="disable"
              aria-describedby="disabling"
            >
              Disable
            </button>
          )}
        </div>
        {enabled ? (
          <p class="hint switch-note" id="disabling">
            Disabling acts at once, in open chats too: offers disappear, visitors who wait are told
            that nobody can join, and links already mailed stop working. Whoever has taken over
            stays. The address is kept.
          </p>
        ) : (
          <p class="hint switch-note">
            Enabling acts at once, in open chats too. You can disable it at any time.
          </p>
        )}
      </Form>
    </section>
  );
}

function withoutAPerson({ assistantName, contact }: SiteSettings): string {
  return contact === ''
    ? `${assistantName} offers nobody, and says so honestly to visitors who ask for a person.`
    : `${assistantName} offers nobody. Visitors who ask for a person are told how else to reach you: ${contact}`;
}

function TestResults({ tests, isSaved }: { tests: readonly TestResult[]; isSaved: boolean }) {
  return (
    <>
      <ul class="test-results" aria-label="Test email">
        {tests.map(({ address, refusal }) => (
          <li key={address} class={`flash ${refusal === null ? 'done' : 'failed'}`}>
            <Icon name={refusal === null ? 'check' : 'alert'} />
            <div>
              <p>
                {refusal === null ? 'Sent to ' : 'Not sent to '}
                <bdi>{address}</bdi>
              </p>
              {refusal !== null && <Refused reason={refusal} />}
            </div>
          </li>
        ))}
      </ul>
      {!isSaved && <p class="hint">What you typed is not saved yet.</p>}
    </>
  );
}
