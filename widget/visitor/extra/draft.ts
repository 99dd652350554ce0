/** What the visitor has half written is there again on the next page of the tab. */
import type { Host } from '../host.ts';

/** Takes up what the page before has left, and answers with what keeps it from then on, once it is drawn. */
export function createDraft({ root, tab }: Host): () => void {
  let left = tab.get('draft');
  return () => {
    const box = root.querySelector('textarea');
    if (!box) return;
    const { value } = box;
    if (left && !value) {
      box.value = left;
      left = undefined;
      // The place to write measures itself by that.
      box.dispatchEvent(new Event('input'));
    } else {
      left = undefined;
      tab.set('draft', value || undefined);
    }
  };
}
