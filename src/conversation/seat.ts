/** What people are recognised by when they take over, and come back. */

const MEMBER = 'member:';

/** What a member is recognised by in every conversation. */
export function memberSeat(member: string): string {
  return MEMBER + member;
}

/** The member who is recognised by that; null for whoever came by a link. */
export function memberOf(seat: string): string | null {
  return seat.startsWith(MEMBER) ? seat.slice(MEMBER.length) : null;
}
