import { useEffect, useRef } from 'preact/hooks';
import { noticeLine, CLOSED_PAGES } from './lines.ts';
import { colleague } from './desk.ts';
import type { Closed, Desk } from './desk.ts';
import type { Actions } from './session.ts';
import type { Memory } from './memory.ts';
import { AboutVisitor } from './about.tsx';
import { useAttention } from './attention.ts';
import { Composer } from './composer.tsx';
import { Head } from './head.tsx';
import { Join } from './join.tsx';
import { Transcript } from './transcript.tsx';

export interface AppProps {
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
  const foot = useFocusKept(desk.isMine);
  if (desk.closed !== null) return <ClosedPage why={desk.closed} />;
  if (desk.log.state === null) return <Loading desk={desk} siteName={name} />;
  return (
    <div class="desk">
      <Head desk={desk} siteName={name} />
      <AboutVisitor log={desk.log} />
      <main class="desk-talk">
        <Transcript desk={desk} actions={actions} />
        <div class="desk-foot" ref={foot} tabIndex={-1}>
          <Notice desk={desk} />
          <Foot desk={desk} actions={actions} memory={memory} />
        </div>
      </main>
    </div>
  );
}

/** Who has just left the seat pressed something that is gone: the next Tab goes on from its place. */
function useFocusKept(isMine: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMine && document.activeElement === document.body) place.current?.focus();
  }, [isMine]);
  return place;
}

function Foot({ desk, actions, memory }: Omit<AppProps, 'siteName'>) {
  if (desk.log.state?.phase === 'ended') {
    return <p class="talk-over">This conversation has ended</p>;
  }
  if (desk.isMine) return <Composer desk={desk} actions={actions} memory={memory} />;
  return <Join desk={desk} actions={actions} memory={memory} holder={colleague(desk)} />;
}

function Notice({ desk }: { desk: Desk }) {
  const line = noticeLine(desk.notice);
  return (
    <p role="status" class={`seat-notice ${desk.notice.is}`}>
      {line}
    </p>
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
