/** Who is told of news, and how. Pure. */

/** What a tab knows when it looks whether there is anything to tell. */
export interface Outlook {
  /** What the visitor has not read, and how much of it had been told of. */
  readonly unread: number;
  readonly told: number;
  /** The tab's page is not looked at. */
  readonly isHidden: boolean;
  /** Of all tabs of the website, this is the one that was looked at last. */
  readonly isLast: boolean;
  /** The visitor wants no sound. */
  readonly isQuiet: boolean;
  /** Since the last sound, in milliseconds. */
  readonly silence: number;
}

interface Alert {
  /** The title calls. */
  readonly calls: boolean;
  readonly sounds: boolean;
}

/** After a sound there is none for this long, however much comes: somebody may write line by line. */
export const REST_MS = 10_000;

/**
 * News is what is not read: who has the chat open before them reads it, and is not told. One tab
 * tells, the one that was looked at last: there the visitor knows the sound from.
 */
export function alertFor(outlook: Outlook): Alert {
  const { unread, told, isHidden, isLast, isQuiet, silence } = outlook;
  return {
    calls: isLast && isHidden && unread > 0,
    sounds: isLast && unread > told && !isQuiet && silence >= REST_MS,
  };
}
