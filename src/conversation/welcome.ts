/** What a socket is told when it says hello. */
import type { About, ServerFrame, Welcome } from '../protocol/frames.ts';
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

/** So many entries travel in the welcome itself; those of a longer log follow one by one. */
export const WELCOME_ENTRIES = 500;

/** The log from where the client left off, as far as its role may see it, and how things stand. */
export function welcomeFor(
  attachment: Attachment,
  transcript: Transcript,
  arrival: Arrival,
): ServerFrame[] {
  const { conversation, record, state, lastSeq } = arrival;
  const isVisitor = attachment.side === 'visitor';
  const entries = transcript.since(lastSeq, isVisitor ? 'visitor' : 'team');
  const welcome: Welcome = {
    type: 'welcome',
    protocol: PROTOCOL,
    role: roleOf(attachment, record.state),
    conversation,
    ...(isVisitor ? { token: attachment.token } : { about: aboutOf(record) }),
    // Of a log that comes in pieces, this is the end of the first: whoever is cut off resumes from there.
    seq: entries[WELCOME_ENTRIES]
      ? (entries[WELCOME_ENTRIES - 1]?.seq ?? lastSeq)
      : transcript.last().seq,
    state,
    entries: entries.slice(0, WELCOME_ENTRIES),
  };
  return [
    welcome,
    ...entries.slice(WELCOME_ENTRIES).map((entry) => ({ type: 'entry', entry }) as const),
  ];
}

function aboutOf({ about, settings }: ConversationRecord): About {
  return { ...about, site: settings.site, siteName: settings.name };
}
