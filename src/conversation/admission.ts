/**
 * How the Worker introduces a socket to a conversation. The request that reaches the object is made
 * from scratch and carries this alone: nothing a client sent can pass for an identity.
 */
import type { Millis } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import type { SiteSettings } from '../site/settings.ts';

export type Admission =
  | {
      side: 'visitor';
      /** Where this deployment is reached: `https://host`. */
      origin: string;
      settings: SiteSettings;
      /** Resumes this conversation later. */
      token: string;
      /** The visitor came with a token of this conversation. */
      resumes: boolean;
      /** The visitor's network, hashed; see src/routes/network.ts. */
      network: string;
      /** Its door counts this socket, and is told when it closes. */
      isCounted: boolean;
      country?: string;
      device: NonNullable<About['device']>;
    }
  | {
      side: 'agent';
      /** What this person is recognised by when they reconnect. */
      id: string;
      /** The client brought `id` and will bring it again; otherwise it was made up for this socket. */
      isLasting: boolean;
      /** The escalation whose link was followed; null for a signed-in member. */
      escalation: number | null;
      /** Until when that link may be used. */
      linkExpiresAt?: Millis;
      /** The website's settings as they are now. */
      settings?: SiteSettings;
      /** Who has signed in, and the websites whose conversations they may open. */
      member?: SignedIn & { sites: readonly string[] };
    };

/** A signed-in member, as a conversation knows them. */
export interface SignedIn {
  id: string;
  /** What visitors and colleagues call them. */
  name: string;
  /** The key of their session. */
  session: string;
  /** When the session was looked at. */
  checkedAt: Millis;
}

const HEADER = 'x-baton-admission';

/** The upgrade request for the object. */
export function admit(admission: Admission): Request {
  return new Request('https://conversation/socket', {
    headers: { upgrade: 'websocket', [HEADER]: inAscii(JSON.stringify(admission)) },
  });
}

/** What {@link admit} put in; null when the request is not one of ours. */
export function readAdmission(request: Request): Admission | null {
  const header = request.headers.get(HEADER);
  if (header === null || request.headers.get('upgrade') !== 'websocket') return null;
  const admission: Admission = JSON.parse(header);
  return admission;
}

/** JSON that is fit for a header, and still the same JSON: only strings hold anything but ASCII. */
function inAscii(json: string): string {
  return json.replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
