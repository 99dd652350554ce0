/** @jsxImportSource ../dom */
import type { Child } from '../dom/jsx-runtime.ts';
import type { Given } from '../extra.ts';
import { refusalName } from '../refusals.ts';

/**
 * Makes the form that asks for an email address.
 *
 * @param known what the page knows of its visitor
 */
export function createContactForm({ session, words }: Given, known: string): () => Child {
  return () => {
    const left = session.view.pending.find(({ frame }) => frame.type === 'leave_contact');
    const isSending = left && left.failure === undefined;
    return (
      <form
        key="contact"
        class="contact"
        onSubmit={(event) => {
          event.preventDefault();
          const email = new FormData(event.currentTarget).get('email');
          if (left) session.discard(left.frame.ref);
          session.act({ type: 'leave_contact', email: String(email) });
        }}
      >
        <label>
          {words.leaveEmail}
          <input
            name="email"
            type="email"
            required
            dir="ltr"
            autocomplete="email"
            value={known}
            aria-invalid={left?.failure === undefined ? undefined : 'true'}
          />
        </label>
        <button class="primary" disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </button>
        {left?.failure && (
          <small class="bad" role="alert">
            {words[refusalName(left.failure, 'leave_contact')]}
          </small>
        )}
      </form>
    );
  };
}
