/** A conversation that nobody has had: what the preview shows. Pure. */
import type { Entry, Millis } from '../../../src/protocol/entry.ts';
import { EMPTY_LOG } from '../../shared/log.ts';
import { EMPTY_VIEW, type View } from '../../visitor/view.ts';

const MINUTE_MS = 60_000;

/** An open chat with a question, its answer and, where the website has them, the offer of a person. */
export function exampleView(hasEscalation: boolean, now: Millis): View {
  const asked = now - 2 * MINUTE_MS;
  const entries: Entry[] = [
    said(1, asked, 'visitor', 'How long does delivery take?'),
    {
      ...said(2, asked, 'assistant', 'Two to four working days, and it is free from $60.'),
      sources: [{ title: 'Delivery' }],
    },
  ];
  if (hasEscalation) {
    entries.push(said(3, now, 'visitor', 'Can I talk to a person?'), {
      kind: 'event',
      seq: 4,
      at: now,
      event: 'escalation.offered',
      reason: 'asked',
    });
  }
  return {
    ...EMPTY_VIEW,
    isOpen: true,
    log: {
      ...EMPTY_LOG,
      conversation: 'example',
      role: 'visitor',
      state: {
        phase: hasEscalation ? 'offered' : 'assistant',
        since: now,
        escalationEnabled: hasEscalation,
      },
      entries,
    },
  };
}

function said(seq: number, at: Millis, role: 'visitor' | 'assistant', text: string) {
  return { kind: 'message', seq, at, author: { role }, text } as const;
}
