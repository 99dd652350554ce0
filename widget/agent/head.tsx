import { assertNever } from '../../src/protocol/assert-never.ts';
import type { StateView } from '../../src/protocol/state.ts';
import { colleague } from './desk.ts';
import type { Desk } from './desk.ts';
import { duration, useNow } from './time.ts';

/** Says whose website this is, who answers, and since when somebody waits. */
export function Head({ desk, siteName }: { desk: Desk; siteName: string }) {
  const { state } = desk.log;
  return (
    <header class="desk-head">
      <span class="site-initial" aria-hidden="true">
        {[...siteName][0]}
      </span>
      <h1>{siteName}</h1>
      {/* Always there: a status that comes with its text already in it is not read out. */}
      <p role="status" class="connection">
        {desk.status.is !== 'open' && 'Reconnecting…'}
      </p>
      {state !== null && (
        <p class={`phase ${state.agent?.away ? 'away' : state.phase}`}>
          <span role="status">{phaseLine(desk, state)}</span>
          <Wait state={state} />
        </p>
      )}
    </header>
  );
}

function phaseLine(desk: Desk, state: StateView): string {
  switch (state.phase) {
    case 'assistant':
      return 'The AI is answering';
    case 'offered':
      return 'A person was offered';
    case 'waiting':
      return 'Waiting';
    case 'human': {
      if (desk.isMine) return 'You have it';
      const holder = colleague(desk);
      if (holder === null) return 'A person has it';
      return holder.away ? `${holder.name} is away` : `${holder.name} has it`;
    }
    case 'ended':
      return 'Ended';
    default:
      return assertNever(state.phase);
  }
}

function Wait({ state }: { state: StateView }) {
  const since = state.waiting?.since;
  return state.phase === 'waiting' && since !== undefined ? <Elapsed since={since} /> : null;
}

function Elapsed({ since }: { since: number }) {
  const now = useNow();
  return <span role="timer">{duration(now - since)}</span>;
}
