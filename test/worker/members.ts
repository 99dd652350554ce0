/** Team members of the tests: made in D1, signed in, and reading pages and sending forms as a browser would. */
import { exports } from 'cloudflare:workers';
import { FORM_TOKEN } from '../../src/dashboard/form.tsx';
import type { Member, TeamRole } from '../../src/team/member.ts';
import { ensureMember } from '../../src/team/members.ts';
import { sessionCookie, startSession, visitOf } from '../../src/team/sessions.ts';
import { bindings, HOST } from './client.ts';

interface Wanted {
  name?: string;
  email?: string;
  /** What they may do, by website. */
  sites?: Readonly<Record<string, TeamRole>>;
}

/** Makes a member of the demo site, or of `sites`. An agent of it unless told otherwise. */
export async function newMember(wanted: Wanted = {}): Promise<Member> {
  const { name = 'Ada', sites = { demo: 'agent' } } = wanted;
  const email = wanted.email ?? `${crypto.randomUUID().slice(0, 8)}@acme.example`;
  const member = await ensureMember(bindings.DB, email, name, Date.now());
  for (const [site, role] of Object.entries(sites)) {
    await bindings.DB.prepare(
      'INSERT OR REPLACE INTO membership (site, member, role, since) VALUES (?, ?, ?, ?)',
    )
      .bind(site, member.id, role, Date.now())
      .run();
  }
  return member;
}

/** Makes a member and signs them in. */
export async function newSignedIn(wanted: Wanted = {}): Promise<SignedIn> {
  return signIn(await newMember(wanted));
}

/** A fresh owner of the demo site, signed in. */
export function newOwner(): Promise<SignedIn> {
  return newSignedIn({ name: 'Olive', sites: { demo: 'owner' } });
}

/** Starts one more session of a member's. */
export async function signIn(member: Member): Promise<SignedIn> {
  const secret = await startSession(bindings.DB, member.id, Date.now());
  return new SignedIn(member, `${sessionCookie(true)}=${secret}`);
}

/** A browser in which somebody is signed in. Redirects are answers to look at, not followed. */
export class SignedIn {
  readonly member: Member;
  /** The value of the header `Cookie`. */
  readonly cookie: string;

  constructor(member: Member, cookie: string) {
    this.member = member;
    this.cookie = cookie;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(path, { headers });
  }

  async page(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  /** Sends a form of ours: with the session's form token and the headers a browser adds. */
  async post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new URLSearchParams({ ...fields, [FORM_TOKEN]: await this.formToken() });
    const headers = { Origin: HOST, 'Sec-Fetch-Site': 'same-origin' };
    return this.fetch(path, { method: 'POST', headers, body });
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', this.cookie);
    return exports.default.fetch(`${HOST}${path}`, { redirect: 'manual', ...init, headers });
  }

  /** What this session's forms carry. Fails once the session has ended. */
  async formToken(): Promise<string> {
    const request = new Request(HOST, { headers: { Cookie: this.cookie } });
    const visit = await visitOf(bindings, request, Date.now());
    if (!visit) throw new Error('that session has ended');
    return visit.formToken;
  }
}
