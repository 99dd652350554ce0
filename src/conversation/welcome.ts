/** What a socket is told when it says hello. */
import { POLICY_VIOLATION } from '../protocol/close-codes.ts';
import type { About, ServerFrame, Welcome } from '../protocol/frames.ts';
import { PROTOCOL } from '../protocol/limits.ts';
import type { StateView } from '../protocol/state.ts';
import type { ConversationRecord } from './record.ts';
import { attach } from '../objects/attachments.ts';
import { type Attachment, send } from './sockets.ts';
import type { Talk } from './talk.ts';
import type { Transcript } from './transcript.ts';
import { roleOf } from './view.ts';

interface Arrival {
  conversation: string;
  record: ConversationRecord;
  state: StateView;
  /** For the team: what was said, in short. */
  summary: string;
  /** The number of the last entry the client has; 0 for none. */
  lastSeq: number;
}

/** So many entries travel in the welcome itself; those of a longer log follow one by one. */
export const WELCOME_ENTRIES = 500;

/**
 * So many entries a socket may be told beyond all there are. A client asks once, or twice when what it has
 * is of another log; whoever asks on and on has us keep for them what they never read.
 */
export const RETOLD_ENTRIES = 1_000;

/** The log from where the client left off, as far as its role may see it, and how things stand. */
function welcomeFor(
  attachment: Attachment,
  transcript: Transcript,
  arrival: Arrival,
): ServerFrame[] {
  const { conversation, record, state, summary, lastSeq } = arrival;
  const isVisitor = attachment.side === 'visitor';
  const entries = transcript.since(lastSeq, isVisitor ? 'visitor' : 'team');
  const welcome: Welcome = {
    type: 'welcome',
    protocol: PROTOCOL,
    role: roleOf(attachment, record.state),
    conversation,
    ...(isVisitor
      ? { token: attachment.token }
      : { about: { ...aboutOf(record), ...(summary !== '' && { summary }) } }),
    // Of a log that comes in pieces, this is the end of the first: whoever is cut off resumes from there.
    ...(entries[WELCOME_ENTRIES]
      ? { seq: entries[WELCOME_ENTRIES - 1]?.seq ?? lastSeq, last: transcript.last().seq }
      : { seq: transcript.last().seq }),
    state,
    entries: entries.slice(0, WELCOME_ENTRIES),
  };
  return [
    welcome,
    ...entries.slice(WELCOME_ENTRIES).map((entry) => ({ type: 'entry', entry }) as const),
  ];
}

/** What the team may know about the visitor. */
export function aboutOf({ about, settings }: ConversationRecord): About {
  return { ...about, site: settings.site, siteName: settings.name };
}

/** Answers a hello: the log from where the client left off, and the answer under way. */
export function welcome(
  talk: Talk,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: Attachment,
  lastSeq: number,
): void {
  const { seq } = talk.transcript.last();
  attachment.told += Math.max(0, seq - lastSeq);
  if (attachment.told > 2 * seq + RETOLD_ENTRIES) {
    return socket.close(POLICY_VIOLATION, 'told often enough');
  }
  attach(socket, attachment);
  const state = talk.view(record);
  const summary = attachment.side === 'agent' ? talk.summaries.handoffSoFar() : '';
  const arrival = { conversation: talk.ctx.id.toString(), record, state, summary, lastSeq };
  for (const frame of welcomeFor(attachment, talk.transcript, arrival)) send(socket, frame);
  const draft = talk.turns.draft();
  if (draft) send(socket, { type: 'draft', ...draft });
}
