/** All websites of a member, and the form for a new one. */
import type { OwnSite } from '../site/own-sites.ts';
import { type FieldErrors, Field, Form, TextField } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Empty } from './parts.tsx';

/** Where a website is created. */
export const NEW_WEBSITE = '/app/sites/new';

/** The link to the form for a new website. */
export function NewWebsiteLink() {
  return (
    <a class="button" href={NEW_WEBSITE}>
      <Icon name="plus" />
      New website
    </a>
  );
}

/** The list; says what to do while there is nothing on it. */
export function Websites({ sites, mayCreate }: { sites: readonly OwnSite[]; mayCreate: boolean }) {
  if (sites.length === 0) {
    return (
      <Empty icon="website" title="No websites yet">
        {mayCreate ? (
          <>
            <p>Set one up in a minute: a name, a domain, and a line of code for its pages.</p>
            <NewWebsiteLink />
          </>
        ) : (
          <p>Ask the owner of a website to invite you to its team. It shows up here then.</p>
        )}
      </Empty>
    );
  }
  return (
    <ul class="rows website-list card">
      {sites.map((site) => (
        <Website key={site.site} site={site} />
      ))}
    </ul>
  );
}

function Website({ site }: { site: OwnSite }) {
  const { name, domains, role, escalationEnabled } = site;
  return (
    <li>
      <div class="rows-main">
        <a href={pathOf(site.site, 'live')} dir="auto">
          {name}
        </a>
        <p class="muted small website-domains">
          {domains.length > 0 ? domains.join(', ') : 'No domain yet'}
        </p>
      </div>
      <p class="website-badges">
        <span class={escalationEnabled ? 'badge good' : 'badge'}>
          {escalationEnabled ? 'Escalation on' : 'Escalation off'}
        </span>
        <span class="badge">{role === 'owner' ? 'Owner' : 'Agent'}</span>
      </p>
    </li>
  );
}

/** What was typed into the form for a new website. */
export interface NewWebsiteValues {
  name: string;
  domains: string;
}

/** The form for a new website. */
export function NewWebsite(props: { values: NewWebsiteValues; errors: FieldErrors }) {
  const { values, errors } = props;
  return (
    <section class="card panel">
      <Form action={NEW_WEBSITE}>
        <NameField value={values.name} error={errors['name']} />
        <DomainsField value={values.domains} error={errors['domains']} />
        <div class="form-foot">
          <button type="submit" class="primary">
            Create website
          </button>
          <a class="button plain" href="/app/sites">
            Cancel
          </a>
        </div>
      </Form>
    </section>
  );
}

/** The website's own name. */
export function NameField({ value, error }: { value: string; error?: string | undefined }) {
  return (
    <Field
      name="name"
      label="Name"
      value={value}
      error={error}
      hint="As your visitors know it."
      input={{ maxLength: 200, dir: 'auto', autoComplete: 'off' }}
    />
  );
}

/** Where the widget may run, one host a line. */
export function DomainsField({ value, error }: { value: string; error?: string | undefined }) {
  return (
    <TextField
      name="domains"
      label="Domains"
      value={value}
      error={error}
      rows={Math.min(8, Math.max(3, value.split('\n').length + 1))}
      hint="One per line, such as shop.example. Its subdomains are included. The chat opens nowhere else."
    />
  );
}
