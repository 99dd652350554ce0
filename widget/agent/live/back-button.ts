import { useEffect } from 'preact/hooks';

/** Marks the step of the browser's history that stands for an open conversation. */
const OPEN = 'baton.open';

/**
 * Makes the browser's own way back close what covers the whole screen, as everywhere on a phone.
 *
 * @param onBack the same function in every drawing
 */
export function useBackButton(isOpen: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    if (history.state !== OPEN) history.pushState(OPEN, '');
    window.addEventListener('popstate', onBack);
    return () => {
      window.removeEventListener('popstate', onBack);
      // Closed in another way: the step has nothing to go back from any more.
      if (history.state === OPEN) history.back();
    };
  }, [isOpen, onBack]);
}
