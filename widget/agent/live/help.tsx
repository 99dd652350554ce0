import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';

const KEYS = [
  ['J', 'or', '↓', 'Next conversation'],
  ['K', 'or', '↑', 'Previous conversation'],
  ['Enter', '', '', 'Open it'],
  ['Esc', '', '', 'Back to the list'],
  ['?', '', '', 'These keys'],
] as const;

/** What the keyboard can do here. */
export function Keys() {
  return (
    <dl class="keys">
      {KEYS.map(([key, or, other, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
            {or !== '' && (
              <>
                {' '}
                {or} <kbd>{other}</kbd>
              </>
            )}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same on demand, over whatever is open. */
export function Help({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="help-head">
        <h2 id="help-title">Keyboard</h2>
        <button
          type="button"
          class="quiet icon-button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <Keys />
    </dialog>
  );
}
