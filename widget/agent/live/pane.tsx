import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../../../src/protocol/monitor.ts';
import { isEvent } from '../../shared/log.ts';
import { VisitorFacts } from '../about.tsx';
import { colleague } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { Foot } from '../foot.tsx';
import { InShort } from '../in-short.tsx';
import { CLOSED_PAGES } from '../lines.ts';
import { Transcript } from '../transcript.tsx';
import { Elapsed, Flag } from './card.tsx';
import { countryName, DEVICES, pageText, phaseText, titleOf } from './card-text.ts';
import { Icon } from './icons.tsx';
import { memo } from './memo.ts';
import type { Talk } from './talks.ts';

interface PaneProps {
  talk: Talk;
  /** Undefined once the list shows it no more. */
  card: Card | undefined;
  hasLeft: boolean;
  memberName: string;
  isShown: boolean;
  /** Another object for every wish to have the focus here. */
  wanted: object | null;
  onAway: (conversation: string) => void;
  onBack: () => void;
}

/** One conversation beside the list: watched, or talked in. */
export const Pane = memo(function Pane(props: PaneProps) {
  const { talk, card, hasLeft, memberName, isShown, wanted, onAway, onBack } = props;
  const { desk, session, memory } = talk;
  const pane = useRef<HTMLElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (wanted !== null) focusWithin(pane.current);
  }, [wanted]);
  return (
    <section
      ref={pane}
      class={`pane ${isShown ? '' : 'out'}`}
      aria-label={titleIn(desk, card)}
      tabIndex={-1}
      inert={!isShown}
    >
      <Head
        talk={talk}
        card={card}
        isOpen={isOpen}
        onFacts={() => setIsOpen(!isOpen)}
        onAway={onAway}
        onBack={onBack}
      />
      <Body isOpen={isOpen} desk={desk}>
        <InShort about={desk.log.about} level={3} />
        <Transcript desk={desk} actions={session.actions} />
        <Left desk={desk} hasLeft={hasLeft} />
        <Foot desk={desk} actions={session.actions} memory={memory} memberName={memberName} />
      </Body>
    </section>
  );
});

/** What a conversation is called, by its card or, once that has gone, by itself. */
export function titleIn({ log }: Desk, card: Card | undefined): string {
  const country = card?.country ?? log.about?.country;
  const left = log.entries.findLast((entry) => isEvent(entry, 'contact.captured'));
  const contact = left && isEvent(left, 'contact.captured') ? left.email : card?.contact;
  return titleOf({
    ...(contact !== undefined && { contact }),
    ...(country !== undefined && { country }),
  });
}

/** Where one can write, there; else the pane itself. */
function focusWithin(pane: HTMLElement | null): void {
  const field = pane?.querySelector<HTMLElement>('.compose-box textarea');
  (field ?? pane)?.focus({ preventScroll: true });
}

function Head(props: {
  talk: Talk;
  card: Card | undefined;
  isOpen: boolean;
  onFacts: () => void;
  onAway: (conversation: string) => void;
  onBack: () => void;
}) {
  const { talk, card, isOpen, onFacts, onAway, onBack } = props;
  const { desk, conversation } = talk;
  const { about } = desk.log;
  const facts = [
    pageText(card?.page ?? about?.page),
    about?.device === undefined ? null : DEVICES[about.device],
    card?.contact === undefined ? null : countryName(card.country),
  ].filter((fact) => fact !== null);
  return (
    <header class="pane-head">
      <button
        type="button"
        class="quiet icon-button pane-back"
        aria-label="Back to the list"
        onClick={onBack}
      >
        <Icon name="back" />
      </button>
      <div class="pane-title">
        <h2>
          <Flag code={card?.country ?? about?.country} />
          <bdi>{titleIn(desk, card)}</bdi>
        </h2>
        <button type="button" class="pane-facts" aria-expanded={isOpen} onClick={onFacts}>
          <span class={facts.length > 0 ? 'hidden' : ''}>About the visitor </span>
          <bdi>{facts.join(' · ')}</bdi>
        </button>
      </div>
      <p class="connection" role="status">
        {desk.log.state !== null && desk.status.is === 'lost' && 'Reconnecting…'}
      </p>
      <Phase desk={desk} />
      <button
        type="button"
        class="quiet icon-button pane-close"
        aria-label={desk.isMine ? 'Hide' : 'Close'}
        title={desk.isMine ? 'Hide. You keep the conversation, in the strip above.' : 'Close'}
        onClick={() => onAway(conversation)}
      >
        <Icon name={desk.isMine ? 'hide' : 'close'} />
      </button>
    </header>
  );
}

function Phase({ desk }: { desk: Desk }) {
  const { state } = desk.log;
  if (state === null) return null;
  const { phase, waiting } = state;
  const holder = colleague(desk);
  const text = phaseText({ phase, ...(holder && { agent: holder }) }, desk.isMine);
  return (
    <p class={`phase ${holder?.away ? 'away' : phase}`}>
      <span role="status">{phase === 'assistant' ? 'The AI is answering' : text}</span>
      {phase === 'waiting' && waiting && <Elapsed since={waiting.since} />}
    </p>
  );
}

function Body(props: { isOpen: boolean; desk: Desk; children: ComponentChildren }) {
  const { isOpen, desk, children } = props;
  if (desk.closed !== null) {
    const { title, message } = CLOSED_PAGES[desk.closed];
    return (
      <div class="pane-note" role="alert">
        <h3>{title}</h3>
        <p>{message}</p>
      </div>
    );
  }
  if (desk.log.state === null) {
    const isSlow = desk.status.is === 'connecting' && desk.status.failures > 1;
    return (
      <div class="pane-note">
        <p role="status">
          {isSlow ? 'The server can’t be reached. Trying again…' : 'Opening the conversation…'}
        </p>
      </div>
    );
  }
  return (
    <>
      {isOpen && (
        <div class="pane-about">
          <VisitorFacts log={desk.log} />
        </div>
      )}
      {children}
    </>
  );
}

/** Says that nobody is at the other end; the conversation may have ended, and says so itself then. */
function Left({ desk, hasLeft }: { desk: Desk; hasLeft: boolean }) {
  const isOver = desk.log.state?.phase === 'ended';
  return (
    <p class="pane-left" role="status">
      {hasLeft && !isOver && (
        <>
          <Icon name="away" />
          The visitor has left.{desk.isMine && ' What you write is there when they come back.'}
        </>
      )}
    </p>
  );
}
