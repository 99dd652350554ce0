/** The frame of every dashboard page: where one is, where one may go, and what just happened. */
import type { ComponentChildren } from 'preact';
import { BatonMark } from '../pages/mark.tsx';
import { PAGES_CSS, renderPage } from '../pages/shell.tsx';
import type { Membership, Visit } from '../team/member.ts';
import { Form, FormTokenContext } from './form.tsx';
import { Icon, type IconName } from './icons.tsx';

/** Style sheet of the dashboard. */
export const DASHBOARD_CSS = '/baton/dashboard.css';

/** Keeps a form from being sent twice by two presses. */
export const ONCE_JS = '/baton/once.js';

/** Moments in the reader's own time zone, and small services of the frame. */
const SCRIPTS = ['/baton/moment.js', '/baton/frame.js', ONCE_JS];

/** The sections of one website, as the navigation lists them. */
export type Section =
  | 'live'
  | 'history'
  | 'overview'
  | 'escalation'
  | 'assistant'
  | 'knowledge'
  | 'install'
  | 'website'
  | 'team'
  | 'webhooks';

/** What just happened, told once on the next page. */
export interface Flash {
  is: 'done' | 'failed';
  text: string;
  /** Beside a status that the page shows itself: a screen reader need not be told twice. */
  isAside?: true;
}

export interface DashboardPage {
  visit: Visit;
  /** The website the page is about; absent on pages about the person or about all websites. */
  site?: Membership;
  /** The section the page belongs to. */
  current?: Section;
  title: string;
  /** A sentence or two below the heading. */
  lead?: ComponentChildren;
  /** Links or buttons beside the heading. */
  actions?: ComponentChildren;
  flash?: Flash | null;
  body: ComponentChildren;
  /** The style sheet in the place of {@link DASHBOARD_CSS}, which brings the frame along itself. */
  sheet?: string;
  /** Style sheets besides that one, by path. */
  styles?: readonly string[];
  /** Module scripts by path. */
  modules?: readonly string[];
  /** `page` (the default) is a column to read, `wide` has tables or charts, `full` fills the window. */
  width?: 'page' | 'wide' | 'full';
}

/** Renders a dashboard page as a whole document. */
export function renderDashboard(page: DashboardPage): string {
  const {
    visit,
    site,
    title,
    lead,
    actions,
    flash,
    width = 'page',
    sheet = DASHBOARD_CSS,
    styles = [],
    modules = [],
  } = page;
  return renderPage({
    title: [title, site?.siteName, 'Baton'].filter(Boolean).join(' · '),
    name: 'dashboard',
    styles: [PAGES_CSS, sheet, ...styles],
    modules: [...SCRIPTS, ...modules],
    head: <meta name="robots" content="noindex" />,
    body: (
      <FormTokenContext.Provider value={visit.formToken}>
        <a class="skip" href="#content">
          Skip to content
        </a>
        <div class="frame">
          <Side {...page} />
          <main id="content" class={`content ${width}`} tabIndex={-1}>
            <header class="content-head">
              <div>
                <h1>{title}</h1>
                {lead && <p class="lead">{lead}</p>}
              </div>
              {actions && <div class="content-actions">{actions}</div>}
            </header>
            {flash && (
              <p class={`flash ${flash.is}`} role={flashRole(flash)}>
                <Icon name={flash.is === 'done' ? 'check' : 'alert'} />
                <span>{flash.text}</span>
              </p>
            )}
            {page.body}
          </main>
        </div>
      </FormTokenContext.Provider>
    ),
  });
}

function flashRole({ is, isAside }: Flash) {
  if (is === 'failed') return 'alert';
  return isAside ? undefined : 'status';
}

interface Place {
  section: Section;
  label: string;
  icon: IconName;
}

const INBOX: readonly Place[] = [
  { section: 'live', label: 'Live', icon: 'live' },
  { section: 'history', label: 'History', icon: 'history' },
  { section: 'overview', label: 'Overview', icon: 'overview' },
];

const SET_UP: readonly Place[] = [
  { section: 'escalation', label: 'Escalation', icon: 'escalation' },
  { section: 'assistant', label: 'Assistant', icon: 'assistant' },
  { section: 'knowledge', label: 'Knowledge', icon: 'knowledge' },
  { section: 'install', label: 'Install', icon: 'install' },
  { section: 'website', label: 'Website', icon: 'website' },
  { section: 'team', label: 'Team', icon: 'team' },
  { section: 'webhooks', label: 'Webhooks', icon: 'webhooks' },
];

/** Where a section of a website is. */
export function pathOf(site: string, section: Section): string {
  return `/app/sites/${site}/${section}`;
}

function Side({ visit, site, current }: DashboardPage) {
  return (
    <header class="side">
      <a class="side-brand" href="/app" aria-label="Baton: your inbox">
        <BatonMark />
        <span>Baton</span>
      </a>
      {visit.memberships.length > 0 && <Switcher visit={visit} site={site} />}
      {site && (
        <nav class="side-nav" aria-label="Website">
          <Places site={site} current={current} places={INBOX} />
          {site.role === 'owner' && <Places site={site} current={current} places={SET_UP} />}
        </nav>
      )}
      <div class="side-foot">
        <a class="side-person" href="/app/account">
          <span class="initial" aria-hidden="true">
            {[...visit.member.name][0]}
          </span>
          <span class="side-name">{visit.member.name}</span>
          <span class="hidden">Your account</span>
        </a>
        <Form action="/app/sign-out" class="side-out">
          <button type="submit" class="quiet">
            Sign out
          </button>
        </Form>
      </div>
    </header>
  );
}

function Places(props: {
  site: Membership;
  current?: Section | undefined;
  places: readonly Place[];
}) {
  const { site, current, places } = props;
  return (
    <ul>
      {places.map(({ section, label, icon }) => (
        <li key={section}>
          <a
            href={pathOf(site.site, section)}
            aria-current={section === current ? 'page' : undefined}
          >
            <Icon name={icon} />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Leads to the other websites, also from pages that are about none. */
function Switcher({ visit, site }: { visit: Visit; site?: Membership | undefined }) {
  return (
    <details class="switcher">
      <summary>
        <span class="switcher-name">{site ? site.siteName : 'Choose a website'}</span>
        <Icon name="chevron" />
      </summary>
      <ul>
        {visit.memberships
          .filter((membership) => membership.site !== site?.site)
          .map((membership) => (
            <li key={membership.site}>
              <a href={pathOf(membership.site, 'live')}>
                <bdi>{membership.siteName}</bdi>
              </a>
            </li>
          ))}
        <li>
          <a href="/app/sites">All websites</a>
        </li>
      </ul>
    </details>
  );
}
