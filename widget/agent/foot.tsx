import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.tsx';
import { colleague } from './desk.ts';
import type { Desk } from './desk.ts';
import { Join, MemberJoin } from './join.tsx';
import { noticeLine } from './lines.ts';
import type { Memory } from './memory.ts';
import type { Actions } from './session.ts';

interface FootProps {
  desk: Desk;
  actions: Actions;
  memory: Memory;
  /** The name of a member who has signed in; whoever comes by a link is asked for theirs. */
  memberName?: string;
}

/** What one can do about a conversation, and what has just become of that. */
export function Foot(props: FootProps) {
  const { desk } = props;
  const place = useFocusKept(desk.isMine);
  return (
    <div class="desk-foot" ref={place} tabIndex={-1}>
      <p role="status" class={`seat-notice ${desk.notice.is}`}>
        {noticeLine(desk.notice)}
      </p>
      <Seat {...props} />
    </div>
  );
}

function Seat({ desk, actions, memory, memberName }: FootProps) {
  if (desk.log.state?.phase === 'ended') {
    return <p class="talk-over">This conversation has ended</p>;
  }
  if (desk.isMine) return <Composer desk={desk} actions={actions} memory={memory} />;
  const holder = colleague(desk);
  if (memberName !== undefined) {
    return <MemberJoin desk={desk} actions={actions} name={memberName} holder={holder} />;
  }
  return <Join desk={desk} actions={actions} memory={memory} holder={holder} />;
}

/** Who has just left the seat pressed something that is gone: the next Tab goes on from its place. */
function useFocusKept(isMine: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const wasMine = useRef(isMine);
  useEffect(() => {
    const hasLeft = wasMine.current && !isMine;
    wasMine.current = isMine;
    if (hasLeft && document.activeElement === document.body) place.current?.focus();
  }, [isMine]);
  return place;
}
