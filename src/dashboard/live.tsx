import type { Membership, Visit } from '../team/member.ts';
import { pathOf } from './layout.tsx';
import type { DashboardPage } from './layout.tsx';
import { Icon } from './icons.tsx';

/** The Live page, up to what its script fills in: the open conversations come over a socket. */
export function livePage(visit: Visit, { site, role }: Membership): Omit<DashboardPage, 'visit'> {
  return {
    title: 'Live',
    current: 'live',
    width: 'full',
    // The pages' own styles stay out: some of their words mean something else to a conversation.
    sheet: '/baton/live.css',
    modules: ['/baton/live.js'],
    actions: <div id="live-tools" />,
    body: (
      <div
        id="live"
        data-site={site}
        data-member={visit.member.name}
        data-member-id={visit.member.id}
        data-install={role === 'owner' ? pathOf(site, 'install') : undefined}
      >
        <p class="live-loading">Looking who is here…</p>
        <noscript>
          <p class="live-loading">
            <Icon name="alert" /> Live shows conversations as they happen, so it needs JavaScript.
            Please turn it on, or read them later in the{' '}
            <a href={pathOf(site, 'history')}>history</a>.
          </p>
        </noscript>
      </div>
    ),
  };
}
