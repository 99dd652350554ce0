/** What a socket is told when it says hello. */
import type { About, Welcome } from '../protocol/frames.ts';
import { PROTOCOL } from '../protocol/limits.ts';
import type { StateView } from '../protocol/state.ts';
import type { ConversationRecord } from './record.ts';
import type { Attachment } from './sockets.ts';
import type { Transcript } from './transcript.ts';
import { roleOf } from './view.ts';

export interface Arrival {
  conversation: string;
  record: ConversationRecord;
  state: StateView;
  /** The number of the last entry the client has; 0 for none. */
  lastSeq: number;
}

/** The log from where the client left off, as far as its role may see it, and how things stand. */
export function welcomeFor(
  attachment: Attachment,
  transcript: Transcript,
  arrival: Arrival,
): Welcome {
  const { conversation, record, state, lastSeq } = arrival;
  const isVisitor = attachment.side === 'visitor';
  return {
    type: 'welcome',
    protocol: PROTOCOL,
    role: roleOf(attachment, record.state),
    conversation,
    ...(isVisitor ? { token: attachment.token } : { about: aboutOf(record) }),
    seq: transcript.last().seq,
    state,
    entries: transcript.since(lastSeq, isVisitor ? 'visitor' : 'team'),
  };
}

function aboutOf({ about, settings }: ConversationRecord): About {
  return { ...about, site: settings.site, siteName: settings.name };
}
