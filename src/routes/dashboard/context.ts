import type { Context } from 'hono';
import type { Env } from '../../env.ts';
import type { SiteSettings } from '../../site/settings.ts';
import type { Membership, Visit } from '../../team/member.ts';

/** What the guards put into a request's context: who asks, and about which website. */
export interface DashboardBindings {
  Bindings: Env;
  Variables: {
    /** Set by `requireMember`. */
    visit: Visit;
    /** Set by `requireSite`. */
    site: Membership;
    /** Set by `requireSite`: the website's settings, fresh from D1. */
    settings: SiteSettings;
  };
}

export type DashboardContext = Context<DashboardBindings>;
