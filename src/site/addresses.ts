/** The addresses a team is notified at, as an owner types them. Pure. */
import { parseMailbox } from '../mail/mime.ts';
import { parseAddress } from '../team/address.ts';
import { quoted } from './quoted.ts';

/** The most addresses that one call for help is mailed to. */
export const MAX_ADDRESSES = 5;

export type Addresses = { ok: true; addresses: string[] } | { ok: false; error: string };

/** Reads one address or several, separated by commas; `Kim <kim@acme.example>` is fine too. */
export function readAddresses(text: string): Addresses {
  const typed = text
    .split(/[,;\r\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const read = typed.map((part) => parseAddress(parseMailbox(part).address));
  const wrong = typed.find((_, at) => read[at] === null);
  if (wrong !== undefined) {
    return { ok: false, error: `${quoted(wrong)} is not an email address.` };
  }
  const addresses = [...new Set(read.filter((address) => address !== null))];
  if (addresses.length === 0) {
    return { ok: false, error: 'Enter the email address your team reads.' };
  }
  if (addresses.length > MAX_ADDRESSES) {
    const most = `At most ${MAX_ADDRESSES} addresses can be notified, these are ${addresses.length}.`;
    return { ok: false, error: `${most} A mailing list counts as one.` };
  }
  return { ok: true, addresses };
}

/** How settings keep them. */
export function joinAddresses(addresses: readonly string[]): string {
  return addresses.join(', ');
}
