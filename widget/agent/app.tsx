import { CLOSED_PAGES } from './lines.ts';
import type { Closed, Desk } from './desk.ts';
import type { Actions } from './session.ts';
import type { Memory } from './memory.ts';
import { AboutVisitor } from './about.tsx';
import { useAttention } from './attention.ts';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { InShort } from './in-short.tsx';
import { Transcript } from './transcript.tsx';

interface AppProps {
  desk: Desk;
  actions: Actions;
  memory: Memory;
  /** Until the conversation has told its own. */
  siteName: string;
}

/** The whole page of one conversation, for somebody of the team. */
export function App({ desk, actions, memory, siteName }: AppProps) {
  const name = desk.log.about?.siteName ?? siteName;
  useAttention(desk.log.entries, name === '' ? 'Conversation' : `Conversation · ${name}`);
  if (desk.closed !== null) return <ClosedPage why={desk.closed} />;
  if (desk.log.state === null) return <Loading desk={desk} siteName={name} />;
  return (
    <div class="desk">
      <Head desk={desk} siteName={name} />
      <AboutVisitor log={desk.log} />
      <main class="desk-talk">
        <InShort about={desk.log.about} level={2} />
        <Transcript desk={desk} actions={actions} />
        <Foot desk={desk} actions={actions} memory={memory} />
      </main>
    </div>
  );
}

function Loading({ desk, siteName }: { desk: Desk; siteName: string }) {
  const isSlow = desk.status.is === 'connecting' && desk.status.failures > 1;
  return (
    <main class="card notice">
      <h1>{siteName || 'Conversation'}</h1>
      <p role="status" class="notice-loading">
        {isSlow ? 'The server can’t be reached. Trying again…' : 'Opening the conversation…'}
      </p>
    </main>
  );
}

function ClosedPage({ why }: { why: Closed }) {
  const { title, message } = CLOSED_PAGES[why];
  return (
    <main class="card notice">
      <div role="alert">
        <h1>{title}</h1>
        <p>{message}</p>
      </div>
    </main>
  );
}
