/** One website’s own settings, and its end. */
import type { SiteSettings } from '../site/settings.ts';
import { type FieldErrors, Field, Form } from './form.tsx';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';
import { DomainsField, NameField } from './websites.tsx';

/** How long conversations may be kept, in days. */
export const MAX_RETENTION_DAYS = 3650;

/** What the forms hold: what is saved, or what was typed. */
export interface WebsiteValues {
  name: string;
  domains: string;
  retention: string;
  /** The name, typed once more by whoever wants to delete the website. */
  confirm: string;
}

/** The forms as they are before anybody types. */
export function valuesOf({ name, domains, retentionDays }: SiteSettings): WebsiteValues {
  return { name, domains: domains.join('\n'), retention: String(retentionDays), confirm: '' };
}

export function Website(props: {
  settings: SiteSettings;
  values: WebsiteValues;
  errors: FieldErrors;
}) {
  const { settings, values, errors } = props;
  const path = pathOf(settings.site, 'website');
  return (
    <>
      <section class="card panel">
        <Form action={path}>
          <NameField value={values.name} error={errors['name']} />
          <DomainsField value={values.domains} error={errors['domains']} />
          <Field
            name="retention"
            label="Keep conversations for"
            value={values.retention}
            error={errors['retention']}
            hint="In days after the last message. Then they erase themselves."
            input={{ inputMode: 'numeric', class: 'short-field', autoComplete: 'off' }}
          />
          <div class="form-foot">
            <button type="submit" class="primary">
              Save
            </button>
          </div>
        </Form>
      </section>
      <Panel
        title="Delete this website"
        id="delete"
        lead={
          <>
            The chat disappears from its pages, and its conversations, articles and settings are
            erased for good. Nothing brings them back. Its team keeps their accounts.
          </>
        }
      >
        <Form action={`${path}/delete`}>
          <Field
            name="confirm"
            label="Type the website’s name"
            value={values.confirm}
            error={errors['confirm']}
            hint={<bdi>{settings.name}</bdi>}
            input={{ autoComplete: 'off', spellcheck: false, dir: 'auto' }}
          />
          <div class="form-foot">
            <button type="submit" class="danger">
              Delete website
            </button>
          </div>
        </Form>
      </Panel>
    </>
  );
}
