/** What the run of the tests hands to each of them. */
declare module 'vitest' {
  interface ProvidedContext {
    /** Where the receiver of webhooks is, without a trailing slash; see server.ts. */
    receiver: string;
  }
}

/** The name that it is handed over by. */
export const RECEIVER = 'receiver';

/** A status, or no proper answer at all. */
export type Answer = number | 'silence' | 'break' | 'endless';

/** What was posted. */
export interface Post {
  headers: Record<string, string>;
  body: string;
}
