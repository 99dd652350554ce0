/** Moving about the list by keyboard. */
import { useEffect, useRef } from 'preact/hooks';

interface KeyActions {
  /** The next card, or the one before. */
  move(by: 1 | -1): void;
  open(conversation: string): void;
  back(): void;
  help(): void;
}

/** Listens on the whole page: who has just read a conversation goes on from where they were. */
export function useKeyboard(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = actionFor(event, latest.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function actionFor(event: KeyboardEvent, actions: KeyActions): (() => void) | null {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('dialog')) return null;
  if (event.key === 'Escape') return actions.back;
  if (target.closest('input, textarea, select, [contenteditable]')) return null;
  const isInList = target === document.body || target.closest('.convos') !== null;
  switch (event.key) {
    case 'j':
      return () => actions.move(1);
    case 'k':
      return () => actions.move(-1);
    case '?':
      return actions.help;
    case 'ArrowDown':
      return isInList ? () => actions.move(1) : null;
    case 'ArrowUp':
      return isInList ? () => actions.move(-1) : null;
    case 'Enter':
      return target.matches('.convo') ? () => actions.open(cardAt(target) ?? '') : null;
    default:
      return null;
  }
}

/** The conversation whose card an element is, or is part of. */
export function cardAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>('.convo')?.dataset['conversation'] ?? null;
}
