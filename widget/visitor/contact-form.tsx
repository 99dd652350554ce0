/** @jsxImportSource ./dom */
import type { Session, View } from './view.ts';
import { words } from './words.ts';

interface ContactFormProps {
  session: Session;
  pending: View['pending'];
  /** What the page knows of its visitor. */
  known: string;
}

/** Asks for an email address, where the visitor waits for nothing else. */
export function ContactForm({ session, pending, known }: ContactFormProps) {
  const left = pending.find(({ frame }) => frame.type === 'leave_contact');
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
        <input name="email" type="email" required dir="ltr" autocomplete="email" value={known} />
      </label>
      <button class="primary" disabled={isSending}>
        {isSending ? words.sending : words.submit}
      </button>
      {left?.failure && (
        <small class="bad" role="alert">
          {words.badEmail}
        </small>
      )}
    </form>
  );
}
