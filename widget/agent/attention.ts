/** Tells somebody who looks elsewhere that the visitor wrote: in the title and on the icon. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../src/protocol/entry.ts';

const DOT = encodeURIComponent(
  '<circle cx="24" cy="8" r="8" fill="#fff"/><circle cx="24" cy="8" r="6.5" fill="#d92d20"/></svg>',
);

/** Keeps title and icon in step with what the visitor wrote while the page was hidden. */
export function useAttention(entries: readonly Entry[], title: string): void {
  const isHidden = useIsHidden();
  const last = entries.at(-1)?.seq ?? 0;
  const read = useRef(0);
  // The log as it was found is no news, even if the page was opened in the background.
  if (!isHidden || read.current === 0) read.current = last;
  const unread = entries.filter((entry) => entry.seq > read.current && isFromVisitor(entry)).length;
  useEffect(() => {
    markTab(unread, title);
  }, [unread, title]);
}

/** Shows in the browser's own bar how many things wait to be looked at. */
export function markTab(count: number, title: string): void {
  document.title = count > 0 ? `(${count}) ${title}` : title;
  markIcon(count > 0);
}

function isFromVisitor(entry: Entry): boolean {
  return entry.kind === 'message' && entry.author.role === 'visitor';
}

function useIsHidden(): boolean {
  const [isHidden, setIsHidden] = useState(document.hidden);
  useEffect(() => {
    const listen = () => setIsHidden(document.hidden);
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  }, []);
  return isHidden;
}

/** The page's icon is a drawing in a data URL: the dot is one more shape at its end. */
function markIcon(isMarked: boolean): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (!icon) return;
  const plain = icon.dataset['plain'] ?? icon.href;
  icon.dataset['plain'] = plain;
  icon.href = isMarked ? plain.replace(/%3C%2Fsvg%3E$/, DOT) : plain;
}
