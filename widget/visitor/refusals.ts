/** What the visitor reads when the server would not do something. Pure. */
import type { VisitorFrame } from '../../src/protocol/frames.ts';

/** The name of the words for it, by the refusal’s code. `type`: what was refused, if that is known. */
export function refusalName(code: string, type: VisitorFrame['type'] | undefined) {
  const isContact = type === 'leave_contact';
  switch (code) {
    case 'too_fast':
      return 'slowly';
    case 'too_long':
      return 'tooLong';
    case 'escalation_off':
      return 'unavailable';
    case 'ended':
      return 'over';
    case 'budget_spent':
      return isContact ? 'addressKnown' : 'full';
    case 'bad_frame':
      return isContact ? 'badEmail' : 'failed';
    default:
      return 'failed';
  }
}
