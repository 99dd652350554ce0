/**
 * Where the open chat covers the page, the phone's own way back closes it. For that the chat adds a
 * step to the browser's history: the page's own address and state, and a mark. What counts visits or
 * routes does not hear of it as it is added; a router that hears of the way back finds itself where it is.
 */

/** Marks the step in the page's state. */
const MARK = 'baton';

interface BackButton {
  /** The chat was opened by a press, over the page. */
  opened(): void;
  /** The chat was closed. @param isPressed false for a page's own script, which may be on its way elsewhere */
  closed(isPressed: boolean): void;
}

/** Begins to listen. @param onBack closes the chat */
export function createBackButton(
  onBack: () => void,
  options: AddEventListenerOptions = {},
): BackButton {
  let address: string | null = null;
  let isLeaving = false;

  // Where it can be, before the page's own listeners: nothing has changed for them.
  const onPop = (event: Event) => {
    const isOurs = isLeaving || (address !== null && !isMarked());
    if (isOurs && location.href === address) event.stopImmediatePropagation();
    if (isOurs && !isLeaving) onBack();
    if (isLeaving) address = null;
    isLeaving = false;
  };
  window.addEventListener('popstate', onPop, { ...options, capture: true });

  return {
    opened() {
      address = location.href;
      if (!isMarked()) change('pushState', { ...pageState(), [MARK]: true });
    },
    closed(isPressed) {
      if (address === null) return;
      // Elsewhere by now, the step is the page's.
      if (!isMarked() || location.href !== address) address = null;
      else if (isPressed) {
        isLeaving = true;
        history.back();
      } else {
        const { [MARK]: _, ...state } = pageState();
        change('replaceState', Object.keys(state)[0] ? state : null);
        address = null;
      }
    },
  };
}

const isMarked = () => MARK in pageState();

function pageState(): Record<string, unknown> {
  const { state } = history;
  return typeof state === 'object' && state !== null ? state : {};
}

/** Past what a page or its statistics have put in the place of these functions to count visits. */
function change(how: 'pushState' | 'replaceState', state: unknown): void {
  Reflect.apply(History.prototype[how], history, [state, '']);
}
