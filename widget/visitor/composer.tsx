/** @jsxImportSource ./dom */
import { MAX_TEXT_CHARS } from '../../src/protocol/limits.ts';
import type { Child } from './dom/jsx-runtime.ts';
import { SendIcon } from './icons.tsx';
import { words } from './words.ts';

interface ComposerOptions {
  onSay: (text: string) => void;
  onTyping: () => void;
  /** Tells how many characters may still be written. */
  counter: (left: number) => Child;
  redraw: () => void;
}

/** Makes the place where the visitor writes. Enter sends, Shift+Enter breaks the line. */
export function createComposer({ onSay, onTyping, counter, redraw }: ComposerOptions) {
  /** What is written, in code points, as the server counts. */
  let length = 0;

  function measure(box: HTMLTextAreaElement): void {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight}px`;
    length = [...box.value.trim()].length;
    redraw();
  }

  // Never submitted: that is not for frames without `allow-forms`.
  function submit({ currentTarget }: { currentTarget: HTMLElement }): void {
    const box = currentTarget.parentElement?.querySelector('textarea');
    if (!box) return;
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
      <div class="composer">
        <textarea
          rows={1}
          // An empty one would be read from left to right.
          dir={length > 0 ? 'auto' : undefined}
          enterkeyhint="send"
          aria-label={words.message}
          placeholder={words.placeholder}
          aria-invalid={`${left < 0}`}
          onInput={(event) => {
            measure(event.currentTarget);
            if (length > 0) onTyping();
          }}
          onKeyDown={(event) => {
            // An Enter that picks a word from an input method is not ours: Safari says so by its code alone.
            if (
              event.key !== 'Enter' ||
              event.shiftKey ||
              event.isComposing ||
              event.keyCode === 229
            )
              return;
            event.preventDefault();
            submit(event);
          }}
        />
        <button
          class="primary icon"
          aria-label={words.send}
          disabled={length === 0 || left < 0}
          onClick={submit}
        >
          <SendIcon />
        </button>
        {counter(left)}
      </div>
    );
  };
}
