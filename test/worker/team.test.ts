import { afterEach, describe, expect, it, vi } from 'vitest';
import { Monitor } from '../../src/monitor/monitor.ts';
import { mailLink } from '../../src/pages/links.tsx';
import {
  INVITATIONS_PER_ADDRESS,
  INVITATIONS_PER_HOUR,
} from '../../src/routes/dashboard/invite.ts';
import type { Member } from '../../src/team/member.ts';
import { openSignIn } from '../../src/team/sign-in-links.ts';
import { teamOf } from '../../src/team/teams.ts';
import { bindings } from './client.ts';
import { knock, send } from './knock.ts';
import { gatedMail, refuseMails } from './mail-gate.ts';
import { mailsTo } from './mailbox.ts';
import { newMember, newSignedIn, type SignedIn } from './members.ts';

const { DB } = bindings;

afterEach(() => vi.restoreAllMocks());

let sites = 0;

/** A website of its own with one owner. */
async function newTeam(): Promise<{ site: string; team: string; owner: SignedIn }> {
  sites += 1;
  const site = `shop-${sites}`;
  await DB.prepare(
    `INSERT INTO site (id, name, domains, assistant_name, greeting, color, contact, escalation_enabled, escalation_address, owner, created_at)
     SELECT ?, ?, domains, assistant_name, greeting, color, contact, 0, '', owner, created_at FROM site WHERE id = 'demo'`,
  )
    .bind(site, `Shop ${sites}`)
    .run();
  const owner = await newSignedIn({ name: 'Olive', sites: { [site]: 'owner' } });
  return { site, team: `/app/sites/${site}/team`, owner };
}

const namesOf = async (site: string) =>
  (await teamOf(DB, site)).map(({ name, role }) => `${name}: ${role}`);

const newcomer = (more: Record<string, string> = {}) => ({
  email: `${crypto.randomUUID().slice(0, 8)}@acme.example`,
  name: 'Kim',
  role: 'agent',
  ...more,
});

const isMember = async ({ id }: Member) =>
  (await DB.prepare('SELECT 1 FROM member WHERE id = ?').bind(id).first()) !== null;

describe('the team page', () => {
  it('lists who is on the team, as text', async () => {
    const { site, team, owner } = await newTeam();
    const agent = await newMember({
      name: '<script>alert(1)</script>',
      sites: { [site]: 'agent' },
    });
    const text = await owner.page(team);
    expect(text).toContain('Olive');
    expect(text).toContain(agent.email);
    expect(text).toContain('2 members');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('Invited, not here yet');
  });

  it('and everything it does is closed to agents, strangers and whoever is not signed in', async () => {
    const { site, team, owner } = await newTeam();
    const agent = await newSignedIn({ sites: { [site]: 'agent' } });
    const stranger = await newSignedIn({ sites: { demo: 'owner' } });
    const path = `${team}/${owner.member.id}`;
    for (const who of [agent, stranger]) {
      expect((await who.get(team)).status).toBe(403);
      expect((await who.get(`${path}/remove`)).status).toBe(403);
      expect((await who.post(team, newcomer())).status).toBe(403);
      for (const what of ['role', 'remove', 'invitation']) {
        expect((await who.post(`${path}/${what}`, { role: 'agent' })).status).toBe(403);
      }
    }
    expect((await knock(team)).headers.get('Location')).toContain('/app/sign-in');
    expect((await send(`${path}/remove`)).headers.get('Location')).toBe('/app/sign-in');
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Ada: agent']);
  });

  it('refuses forms that are not its own', async () => {
    const { site, team, owner } = await newTeam();
    const body = new URLSearchParams(newcomer());
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    expect((await owner.fetch(team, { method: 'POST', headers, body })).status).toBe(403);
    expect(await namesOf(site)).toEqual(['Olive: owner']);
  });

  it('knows nobody who is not on this team', async () => {
    const { team, owner } = await newTeam();
    const stranger = await newMember();
    expect((await owner.get(`${team}/${stranger.id}/remove`)).status).toBe(404);
    for (const what of ['role', 'invitation']) {
      expect((await owner.post(`${team}/${stranger.id}/${what}`, { role: 'owner' })).status).toBe(
        404,
      );
    }
    expect(await isMember(stranger)).toBe(true);
  });
});

describe('an invitation', () => {
  it('puts somebody on the team, who can sign in from then on', async () => {
    const { site, team, owner } = await newTeam();
    const form = newcomer({ email: 'New.Kim@Acme.example', name: ' Kim\t Lee ' });
    expect((await owner.post(team, form)).headers.get('Location')).toBe(team);
    const [mail] = await mailsTo('new.kim@acme.example');
    expect(mail?.subject).toBe(`Olive invited you to the team of Shop ${sites}`);
    expect(mail?.text).toContain('take over when a visitor needs a person');
    expect(mailLink(mail?.text ?? '')).toMatchObject({ is: 'invitation' });
    expect(mail?.text).toContain('/app/sign-in?email=new.kim%40acme.example');
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Kim Lee: agent']);
    expect((await send('/app/sign-in', { email: 'new.kim@acme.example' })).status).toBe(303);
    expect((await mailsTo('new.kim@acme.example'))[0]?.subject).toContain('sign-in link');
  });

  it('to somebody who is on the team says so, and changes nothing', async () => {
    const { site, team, owner } = await newTeam();
    const mate = await newMember({ sites: { [site]: 'agent' } });
    const answer = await owner.post(team, newcomer({ email: mate.email, role: 'owner' }));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('on this team already');
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Ada: agent']);
    expect(await mailsTo(mate.email)).toEqual([]);
  });

  it('leaves a member of another team the name they have', async () => {
    const { site, team, owner } = await newTeam();
    const mate = await newMember({ name: 'Ada', sites: { demo: 'agent' } });
    await owner.post(team, newcomer({ email: mate.email, name: 'Somebody else' }));
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Ada: agent']);
  });

  it('that cannot be right says why beside the field, and keeps what was typed', async () => {
    const { site, team, owner } = await newTeam();
    for (const wrong of [{ email: 'kim@' }, { name: ' ' }, { name: 'a'.repeat(61) }]) {
      const answer = await owner.post(team, newcomer({ role: 'owner', ...wrong }));
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(text.match(/aria-invalid="true"/g)).toHaveLength(1);
      expect(text).toContain(`value="${Object.values(wrong)[0]}"`);
      expect(text).toMatch(/<option (value="owner" selected|selected value="owner")/);
    }
    expect(await namesOf(site)).toEqual(['Olive: owner']);
  });

  it('whose mail is refused can be sent again', async () => {
    const { team, owner } = await newTeam();
    const form = newcomer();
    const body = new URLSearchParams({ ...form, form_token: await owner.formToken() });
    const headers = { Cookie: owner.cookie, 'Sec-Fetch-Site': 'same-origin' };
    refuseMails(1);
    const mail = { EMAIL: gatedMail(bindings.EMAIL) };
    const answer = await knock(team, { method: 'POST', headers, body }, mail);
    const flash = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const next = await knock(team, { headers: { Cookie: `${owner.cookie}; ${flash}` } });
    expect(await next.text()).toContain('could not be sent');
    expect(await mailsTo(form.email)).toEqual([]);
    const row = await DB.prepare('SELECT id FROM member WHERE email = ?')
      .bind(form.email)
      .first<{ id: string }>();
    expect((await owner.post(`${team}/${row?.id}/invitation`)).status).toBe(303);
    expect(await mailsTo(form.email)).toHaveLength(1);
  });

  it('is one of a limited number in an hour that an owner may send, whatever the website', async () => {
    const { owner, team, site } = await newTeam();
    const second = await newTeam();
    const sites = { [second.site]: 'owner', [site]: 'owner' } as const;
    await newMember({ email: owner.member.email, sites });
    const mates = await Promise.all(
      Array.from({ length: INVITATIONS_PER_HOUR + 1 }, () => newMember({ sites })),
    );
    const last = mates.at(-1)?.email ?? '';
    for (const [at, { id }] of mates.entries()) {
      await owner.post(`${at % 2 ? team : second.team}/${id}/invitation`);
    }
    expect(await mailsTo(mates[0]?.email ?? '')).toHaveLength(1);
    expect(await mailsTo(last)).toEqual([]);
    await second.owner.post(`${team}/${mates.at(-1)?.id}/invitation`);
    expect(await mailsTo(last)).toEqual([]);
    await second.owner.post(`${second.team}/${mates.at(-1)?.id}/invitation`);
    expect(await mailsTo(last)).toHaveLength(1);
  });

  it('fills nobody’s mailbox, whoever sends it', async () => {
    const { site, team, owner } = await newTeam();
    const other = await newSignedIn({ name: 'Omar', sites: { [site]: 'owner' } });
    const mate = await newMember({ sites: { [site]: 'agent' } });
    for (let at = 0; at <= INVITATIONS_PER_ADDRESS; at++) {
      await (at % 2 ? owner : other).post(`${team}/${mate.id}/invitation`);
    }
    expect(await mailsTo(mate.email)).toHaveLength(INVITATIONS_PER_ADDRESS);
  });
});

describe('a role', () => {
  it('changes at once, for sessions that are open', async () => {
    const { site, team, owner } = await newTeam();
    const mate = await newSignedIn({ sites: { [site]: 'agent' } });
    await owner.post(`${team}/${mate.member.id}/role`, { role: 'owner' });
    expect((await mate.get(team)).status).toBe(200);
    await owner.post(`${team}/${mate.member.id}/role`, { role: 'agent' });
    expect((await mate.get(team)).status).toBe(403);
  });

  it('is nothing else than owner or agent', async () => {
    const { site, team, owner } = await newTeam();
    const mate = await newMember({ sites: { [site]: 'agent' } });
    expect((await owner.post(`${team}/${mate.id}/role`, { role: 'admin' })).status).toBe(404);
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Ada: agent']);
  });

  it('of one’s own is for another owner to change', async () => {
    const { site, team, owner } = await newTeam();
    await newMember({ name: 'Omar', sites: { [site]: 'owner' } });
    const answer = await owner.post(`${team}/${owner.member.id}/role`, { role: 'agent' });
    expect(answer.status).toBe(200);
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Omar: owner']);
  });

  it('of the last owner stays, whatever two owners do to each other at once', async () => {
    const { site, team, owner } = await newTeam();
    const other = await newSignedIn({ name: 'Omar', sites: { [site]: 'owner' } });
    const demote = (by: SignedIn, whom: SignedIn) =>
      by.post(`${team}/${whom.member.id}/role`, { role: 'agent' });
    await Promise.all([demote(owner, other), demote(other, owner)]);
    const owners = (await namesOf(site)).filter((name) => name.endsWith('owner'));
    expect(owners).toHaveLength(1);
  });
});

describe('removing somebody', () => {
  it('asks first, and asking changes nothing', async () => {
    const { site, team, owner } = await newTeam();
    const mate = await newMember({ sites: { [site]: 'agent' } });
    const page = await owner.get(`${team}/${mate.id}/remove`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Remove Ada?');
    expect(await namesOf(site)).toContain('Ada: agent');
  });

  it('throws them out at once: sessions, links and sockets', async () => {
    const dismiss = vi.spyOn(Monitor.prototype, 'dismiss').mockResolvedValue();
    const { site, team, owner } = await newTeam();
    const mate = await newSignedIn({ sites: { [site]: 'agent' } });
    const link = `/app/sign-in/${await openSignIn(DB, mate.member.id, Date.now())}`;
    expect((await mate.get('/app/account')).status).toBe(200);
    await owner.post(`${team}/${mate.member.id}/remove`);
    expect((await mate.get('/app/account')).status).toBe(303);
    expect((await send(link)).status).toBe(410);
    expect(await namesOf(site)).toEqual(['Olive: owner']);
    expect(await isMember(mate.member)).toBe(false);
    expect(dismiss).toHaveBeenCalledExactlyOnceWith({ member: mate.member.id, isRemoved: true });
  });

  it('says what is so when it is pressed twice, and changes nothing more', async () => {
    const { site, team, owner } = await newTeam();
    const mate = await newMember({ sites: { [site]: 'agent', demo: 'agent' } });
    const remove = `${team}/${mate.id}/remove`;
    await owner.post(remove);
    const again = await owner.post(remove);
    expect(again.headers.get('Location')).toBe(team);
    const [flash = ''] = again.headers.getSetCookie();
    expect(decodeURIComponent(flash)).toContain('They are no longer on the team.');
    expect(await namesOf(site)).toEqual(['Olive: owner']);
    expect(await isMember(mate)).toBe(true);
  });

  it('says so when what they have open cannot be closed, and tries again when pressed again', async () => {
    const dismiss = vi
      .spyOn(Monitor.prototype, 'dismiss')
      .mockRejectedValue(new Error('it is being replaced'));
    const { site, team, owner } = await newTeam();
    const mate = await newMember({ sites: { [site]: 'agent' } });
    const remove = `${team}/${mate.id}/remove`;
    const [flash = ''] = (await owner.post(remove)).headers.getSetCookie();
    expect(decodeURIComponent(flash)).toContain('Ada is no longer on the team, but chats');
    expect(await namesOf(site)).toEqual(['Olive: owner']);
    dismiss.mockReset().mockResolvedValue();
    await owner.post(remove);
    expect(dismiss).toHaveBeenCalledExactlyOnceWith({ member: mate.id, isRemoved: true });
  });

  it('leaves them their other teams, and at work there', async () => {
    const dismiss = vi.spyOn(Monitor.prototype, 'dismiss').mockResolvedValue();
    const { site, team, owner } = await newTeam();
    const mate = await newSignedIn({ sites: { [site]: 'agent', demo: 'agent' } });
    const link = `/app/sign-in/${await openSignIn(DB, mate.member.id, Date.now())}`;
    await owner.post(`${team}/${mate.member.id}/remove`);
    expect((await mate.get(`/app/sites/${site}/live`)).status).toBe(403);
    expect((await mate.get('/app/sites/demo/live')).status).toBe(200);
    expect((await send(link)).status).toBe(303);
    expect(dismiss).toHaveBeenCalledExactlyOnceWith({ member: mate.member.id, isRemoved: true });
  });

  it('does not forget the first owner', async () => {
    const { site, team, owner } = await newTeam();
    const first = await newMember({ email: bindings.OWNER_EMAIL, sites: { [site]: 'owner' } });
    await owner.post(`${team}/${first.id}/remove`);
    expect(await namesOf(site)).toEqual(['Olive: owner']);
    expect(await isMember(first)).toBe(true);
  });

  it('is refused for the last owner, oneself included', async () => {
    const { site, team, owner } = await newTeam();
    await newMember({ sites: { [site]: 'agent' } });
    const answer = await owner.post(`${team}/${owner.member.id}/remove`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('at least one owner');
    expect(await namesOf(site)).toEqual(['Olive: owner', 'Ada: agent']);
    expect((await owner.get(team)).status).toBe(200);
  });

  it('oneself is possible while another owner stays, and signs out', async () => {
    const { site, team, owner } = await newTeam();
    await newMember({ name: 'Omar', sites: { [site]: 'owner' } });
    expect(await owner.page(`${team}/${owner.member.id}/remove`)).toContain('Leave the team');
    const answer = await owner.post(`${team}/${owner.member.id}/remove`);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await owner.get('/app')).headers.get('Location')).toContain('/app/sign-in');
    expect(await namesOf(site)).toEqual(['Omar: owner']);
  });

  it('leaves one owner when two remove each other at once', async () => {
    const { site, team, owner } = await newTeam();
    const other = await newSignedIn({ name: 'Omar', sites: { [site]: 'owner' } });
    const remove = (by: SignedIn, whom: SignedIn) => by.post(`${team}/${whom.member.id}/remove`);
    await Promise.all([remove(owner, other), remove(other, owner)]);
    expect(await namesOf(site)).toHaveLength(1);
  });
});
