import { refusalWords } from './refusal.ts';

/** What we say ourselves, before any mail service could. */
const NO_ADDRESS = 'There is no address to mail.';

/** Why a mail was refused: in plain words where we have some, and in the provider’s own. */
export function Refused({ reason }: { reason: string }) {
  if (reason === NO_ADDRESS) return <p class="small refused">There was no address to mail.</p>;
  const plain = refusalWords(reason);
  return (
    <p class="small refused">
      {plain ?? 'The mail service said:'} <q>{reason}</q>
    </p>
  );
}
