/** @jsxImportSource ./dom */
import { MAX_TEXT_CHARS } from '../../src/protocol/limits.ts';
import { SendIcon } from './icons.tsx';
import { words } from './words.ts';

/** From so many characters before the end on, the rest is counted. */
const COUNT_FROM = 200;

interface ComposerOptions {
  onSay: (text: string) => void;
  onTyping: () => void;
  redraw: () => void;
}

/** Makes the place where the visitor writes. Enter sends, Shift+Enter breaks the line. */
export function createComposer({ onSay, onTyping, redraw }: ComposerOptions) {
  /** What is written, in code points, as the server counts. */
  let length = 0;

  function measure(box: HTMLTextAreaElement): void {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight}px`;
    length = [...box.value.trim()].length;
    redraw();
  }

  function submit(event: Event & { currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const box = event.currentTarget.querySelector('textarea');
    if (box === null) return;
    if (length > 0 && length <= MAX_TEXT_CHARS) {
      onSay(box.value);
      box.value = '';
      measure(box);
    }
    box.focus();
  }

  return () => {
    const left = MAX_TEXT_CHARS - length;
    return (
      <form class="composer" onSubmit={submit}>
        <textarea
          rows={1}
          dir="auto"
          enterkeyhint="send"
          aria-label={words.message}
          placeholder={words.placeholder}
          aria-invalid={`${left < 0}`}
          onInput={(event) => {
            measure(event.currentTarget);
            if (length > 0) onTyping();
          }}
          onKeyDown={(event) => {
            // An Enter that picks a word from an input method is not ours.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <button class="primary icon" aria-label={words.send} disabled={length === 0 || left < 0}>
          <SendIcon />
        </button>
        {left <= COUNT_FROM && (
          <small class={left < 0 ? 'bad' : ''} aria-live="polite">
            {words.left(left)}
          </small>
        )}
      </form>
    );
  };
}
