/**
 * Close codes of our own, 4000 to 4099. A client that sees one of these should not simply reconnect
 * with what it has; every other close is a network's or a deploy's and resuming is right.
 */
export const CLOSE = {
  /** Signed out, or no longer of the team: sign in again. */
  dismissed: 4003,
  /** The conversation no longer exists: forget its token and begin a new one. */
  gone: 4004,
  /** Newer connections took its place: this one was the longest silent of too many. */
  crowded: 4008,
  /** The takeover link is no longer open: its wait was cancelled, expired, or superseded. */
  linkClosed: 4010,
} as const;

/** RFC 6455's code for whoever breaks the rules. Coming back is allowed, a while later. */
export const POLICY_VIOLATION = 1008;
