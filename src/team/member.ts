/** What a person may do with a website. An agent talks to visitors; an owner also decides. */
export type TeamRole = 'owner' | 'agent';

/** Somebody who may sign in. */
export interface Member {
  id: string;
  /** In lower case. */
  email: string;
  /** What visitors and colleagues call them. */
  name: string;
}

/** One website of a member's. */
export interface Membership {
  site: string;
  siteName: string;
  role: TeamRole;
}

/** A member of one website's team, as the team page lists them. */
export interface Teammate extends Member {
  role: TeamRole;
  /** When they joined, in ms since 1970. */
  since: number;
  /** When they were last here, to the hour; null if they have never signed in. */
  seenAt: number | null;
}

/** A signed-in person. */
export interface Visit {
  member: Member;
  /** Their websites, by name. */
  memberships: Membership[];
  /** The session's key in D1: a hash, fit to be compared and stored, useless as a cookie. */
  session: string;
  /** What forms of this session carry, so that no other website can have them sent. */
  formToken: string;
  /** Whether they may create websites. */
  mayCreate: boolean;
}
