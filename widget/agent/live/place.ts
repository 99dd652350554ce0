/** Where in the list the keyboard is, also once the card that it was at has gone. */
import { useRef, useState } from 'preact/hooks';

/**
 * The place once the list has changed: the same card, or else the one that followed it, or else the one before.
 * Null where nothing is left of what it was among.
 */
export function placeAfter(
  place: string,
  before: readonly string[],
  after: readonly string[],
): string | null {
  if (after.includes(place)) return place;
  const at = before.indexOf(place);
  if (at === -1) return null;
  const isLeft = (conversation: string) => after.includes(conversation);
  return before.slice(at).find(isLeft) ?? before.slice(0, at).findLast(isLeft) ?? null;
}

/**
 * The place, and how to move it. Whoever was at a card that has gone is next to where it was, and at that
 * card again should it come back.
 *
 * @param order the cards as they are listed
 */
export function usePlace(
  order: readonly string[],
): [place: string | null, move: (conversation: string) => void] {
  const [wanted, setWanted] = useState<string | null>(null);
  const last = useRef<{ place: string | null; order: readonly string[] }>({ place: null, order });
  const isThere = wanted !== null && order.includes(wanted);
  const before = last.current;
  const near = before.place && placeAfter(before.place, before.order, order);
  const place = isThere ? wanted : near;
  last.current = { place, order };
  return [place, setWanted];
}
