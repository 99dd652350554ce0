import { describe, expect, it } from 'vitest';
import { renderDashboard } from '../../../src/dashboard/layout.tsx';
import { livePage } from '../../../src/dashboard/live.tsx';
import type { TeamRole } from '../../../src/team/member.ts';
import { breakouts, HOSTILE, inlined } from './hostile.ts';

function page(role: TeamRole, name = 'Kim'): string {
  const site = { site: 'demo', siteName: 'Acme Outdoor', role };
  const visit = {
    member: { id: 'm', email: 'kim@acme.example', name },
    memberships: [site],
    session: 's',
    formToken: 't',
    mayCreate: false,
  };
  return renderDashboard({ ...livePage(visit, site), visit, site });
}

describe('the Live page, before its script runs', () => {
  it('says whose it is, and brings its own style and script', () => {
    const html = page('owner');
    expect(html).toContain('data-site="demo" data-member="Kim"');
    expect(html).toContain('href="/baton/live.css"');
    expect(html).toContain('src="/baton/live.js"');
  });

  it('shows a hostile name as text', () => {
    const html = page('owner', HOSTILE);
    expect(breakouts(html)).toEqual([]);
    expect(inlined(html)).toEqual([]);
  });

  it('tells those without scripts where else to look', () => {
    expect(page('agent')).toMatch(/<noscript>.*needs JavaScript.*\/app\/sites\/demo\/history/s);
  });

  it('leads only owners to the installation', () => {
    expect(page('owner')).toContain('data-install="/app/sites/demo/install"');
    expect(page('agent')).not.toContain('data-install');
  });
});
