/** How long one tab keeps the others from doing the same once more. */
const HELD_MS = 5_000;

/**
 * Does something in one of the tabs that are open on this page. Where the browser knows no locks, on
 * plain http for one, every tab does it.
 */
export function onceAmongTabs(name: string, act: () => void): void {
  const { locks } = navigator;
  if (!locks) return act();
  void locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock === null) return undefined;
    act();
    return new Promise((resolve) => setTimeout(resolve, HELD_MS));
  });
}
