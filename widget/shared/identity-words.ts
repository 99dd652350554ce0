/** Who a visitor is, in words for the team. What nobody vouches for is called so. Pure. */
import type { Attributes, Identity } from '../../src/protocol/frames.ts';

interface IdentityFact {
  name: string;
  value: string;
  isVerified: boolean;
}

const NAMES = { name: 'Name', email: 'Email', id: 'User id' } as const;

/** What the page said of who they are, part by part. */
export function identityFacts(identity: Identity): IdentityFact[] {
  return (['name', 'email', 'id'] as const).flatMap((part) => {
    const value = identity[part];
    return value === undefined
      ? []
      : { name: NAMES[part], value, isVerified: identity.verified === part };
  });
}

/** The same in a line. */
export function identityLine({ id, email, name, verified }: Identity): string {
  if (verified === undefined) return `${name ?? email ?? id ?? 'Somebody'} · not verified`;
  const sure = verified === 'id' ? `user id ${id ?? ''}` : email;
  return [name, `${sure} verified`].filter(Boolean).join(' · ');
}

/** What else the page says, by the names it gave. */
export function attributeFacts(attributes: Attributes): { name: string; value: string }[] {
  return Object.entries(attributes).map(([name, value]) => ({
    name,
    value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
  }));
}
