/** @jsxImportSource ../dom */
import type { Given } from '../extra.ts';

/** Stands where the visitor wrote. */
export function Over({ session, words }: Given) {
  return (
    <div key="over" class="foot over">
      <p>{words.over}</p>
      <button class="primary" onClick={session.reset}>
        {words.fresh}
      </button>
    </div>
  );
}
