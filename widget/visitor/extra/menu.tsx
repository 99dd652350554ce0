/** @jsxImportSource ../dom */
import type { Child } from '../dom/jsx-runtime.ts';

/** What it is called, and what it does. */
type Item = readonly [name: string, act: () => void];

interface Menu {
  readonly isOpen: boolean;
  /** @param button gets the focus back */
  toggle(button: HTMLElement): void;
  draw(): Child;
}

/**
 * Makes a menu as people know it (https://www.w3.org/WAI/ARIA/apg/patterns/menubar/): arrows go round,
 * Esc and a choice give the focus back, and whoever goes elsewhere leaves it shut.
 */
export function createMenu(
  root: ShadowRoot,
  name: string,
  redraw: () => void,
  items: () => Item[],
): Menu {
  let opener: HTMLElement | null = null;

  const all = () => Array.from(root.querySelectorAll<HTMLElement>('[role=menuitem]'));

  /** The focus goes first: an element that is removed with it would be left once more. */
  function shut(): void {
    const button = opener;
    opener = null;
    button?.focus();
    redraw();
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    const buttons = all();
    const at = buttons.indexOf(event.currentTarget);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) buttons.at(next % buttons.length)?.focus();
    else if (event.key === 'Escape') shut();
    else return;
    event.preventDefault();
    // Neither the chat, which Esc would close, nor the page.
    event.stopPropagation();
  }

  function onBlur({ relatedTarget }: FocusEvent): void {
    if (opener === null || all().some((button) => button === relatedTarget)) return;
    opener = null;
    redraw();
  }

  return {
    get isOpen() {
      return opener !== null;
    },
    toggle(button) {
      if (opener) return shut();
      opener = button;
      redraw();
      all()[0]?.focus();
    },
    draw: () =>
      opener && (
        <div role="menu" aria-label={name}>
          {items().map(([name, act]) => (
            <button
              key={name}
              role="menuitem"
              tabindex={-1}
              onKeyDown={onKeyDown}
              onBlur={onBlur}
              onClick={() => {
                shut();
                act();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      ),
  };
}
