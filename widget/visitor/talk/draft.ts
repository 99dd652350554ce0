/** What the visitor has half written is there again on the next page of the tab, and goes with a conversation that is forgotten. */
import type { Given } from '../talk.ts';

/** Takes up what the page before has left, and answers with what keeps it from then on, once it is drawn. */
export function createDraft({ host, session }: Given): () => void {
  const { root, tab } = host;
  let left = tab.get('draft');
  let { forgotten } = session.view;

  return () => {
    const { view } = session;
    if (view.forgotten !== forgotten) left = '';
    ({ forgotten } = view);
    const box = root.querySelector('textarea');
    // What cannot be seen cannot be measured.
    if (!box || !view.isOpen) return;
    if (left === undefined) return tab.set('draft', box.value || undefined);
    box.value = left && (box.value || left);
    left = undefined;
    // The place to write measures itself by that.
    box.dispatchEvent(new Event('input'));
  };
}
