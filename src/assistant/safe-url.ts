/** The address of a source if it is one to follow: a web page, or a place on the site; else `null`. */
export function safeUrl(url: string): string | null {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(url.trim()) ? url.trim() : null;
}
