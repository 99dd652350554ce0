import { useCallback } from 'preact/hooks';
import type { Millis } from '../../../src/protocol/entry.ts';
import type { Card } from '../../../src/protocol/monitor.ts';
import { identityLine } from '../../shared/identity-words.ts';
import { duration, useTick } from '../time.ts';
import { counted, countryName, DEVICES, flag, lasted, pageText } from './card-text.ts';
import { phaseText, REASONS, speaker, titleOf } from './card-text.ts';
import { Icon } from './icons.tsx';
import { memo } from './memo.ts';

interface CardProps {
  card: Card;
  /** This person has the conversation. */
  isMine: boolean;
  /** It is in view beside the list. */
  isShown: boolean;
  /** It is the one that the keyboard is at. */
  isCurrent: boolean;
  /** The visitor is gone, and so will be the card. */
  isLeaving: boolean;
  /** What the visitor has written to this person and they have not seen. */
  unread: number;
  onView: (conversation: string) => void;
  onTakeOver: (conversation: string) => void;
}

/** One open conversation at a glance, and the two things one can do about it. */
export const CardView = memo(function CardView(props: CardProps) {
  const { card, isMine, isShown, isCurrent, isLeaving, unread, onView, onTakeOver } = props;
  const { conversation } = card;
  const name = `card-${conversation}`;
  const tabIndex = isCurrent ? 0 : -1;
  const state = [
    'convo',
    card.phase,
    isMine && 'mine',
    isShown && 'shown',
    isLeaving && 'leaving',
  ].filter(Boolean);
  return (
    <li
      class={state.join(' ')}
      tabIndex={tabIndex}
      data-conversation={conversation}
      aria-labelledby={name}
      aria-current={isShown ? 'true' : undefined}
    >
      <div class="convo-top">
        <p class="convo-name" id={name}>
          <Flag code={card.country} />
          <bdi>{titleOf(card)}</bdi>
        </p>
        {unread > 0 && (
          <span class="unread">
            {unread}
            <span class="hidden"> unread</span>
          </span>
        )}
        <p class={`convo-phase ${toneOf(card, isMine)}`}>
          <bdi>{phaseText(card, isMine)}</bdi>
          {card.waitingSince !== undefined && <Elapsed since={card.waitingSince} />}
        </p>
      </div>
      <LastLine card={card} isMine={isMine} />
      <Notes card={card} isLeaving={isLeaving} />
      <div class="convo-foot">
        <p class="convo-facts">
          <Facts card={card} />
        </p>
        <button
          type="button"
          tabIndex={tabIndex}
          aria-describedby={name}
          onClick={() => onView(conversation)}
        >
          View
        </button>
        <button
          type="button"
          class="take"
          tabIndex={tabIndex}
          aria-describedby={name}
          onClick={() => onTakeOver(conversation)}
        >
          Take over
        </button>
      </div>
    </li>
  );
});

function toneOf({ phase, agent }: Card, isMine: boolean): string {
  if (phase === 'waiting' || phase === 'offered' || agent?.away)
    return phase === 'offered' ? 'offer' : 'wait';
  if (phase === 'human') return isMine ? 'mine' : 'taken';
  return '';
}

/** A flag, where the country is known; its name stands in the title or is said in its place. */
export function Flag({ code }: { code: string | undefined }) {
  const sign = flag(code);
  return sign === null ? null : (
    <span class="flag" aria-hidden="true" title={countryName(code) ?? undefined}>
      {sign}
    </span>
  );
}

/** How long something has been going on, running. */
export function Elapsed({ since }: { since: Millis }) {
  const text = useTick(useCallback((now: Millis) => duration(now - since), [since]));
  return <span role="timer">{text}</span>;
}

function LastLine({ card, isMine }: { card: Card; isMine: boolean }) {
  const who = speaker(card, isMine);
  if (card.lastLine === '') return <p class="convo-line silent">Nothing has been said yet</p>;
  return (
    <p class="convo-line" dir="auto">
      {who !== null && (
        <span class="convo-who">
          <bdi>{who}</bdi>:{' '}
        </span>
      )}
      <bdi>{card.lastLine}</bdi>
    </p>
  );
}

/** What is out of the ordinary. */
function Notes({ card, isLeaving }: { card: Card; isLeaving: boolean }) {
  const { phase, reason, notified, visitorOnline, contact, country, identity } = card;
  const place = contact === undefined ? null : countryName(country);
  return (
    <p class="convo-notes">
      {phase === 'waiting' && reason !== undefined && <span>{REASONS[reason]}</span>}
      {notified === 'failed' && (
        <span class="bad">
          <Icon name="alert" />
          The mail could not be sent
        </span>
      )}
      {identity && (
        <span>
          <bdi>{identityLine(identity)}</bdi>
        </span>
      )}
      {contact !== undefined && (
        <span>
          <Icon name="mail" />
          Left an address
        </span>
      )}
      {place !== null && <span>{place}</span>}
      {(isLeaving || !visitorOnline) && (
        <span>
          <Icon name="away" />
          The visitor has left
        </span>
      )}
    </p>
  );
}

function Facts({ card }: { card: Card }) {
  const { device, page, startedAt, messages } = card;
  const since = useTick(useCallback((now: Millis) => lasted(now - startedAt), [startedAt]));
  const where = pageText(page);
  return (
    <>
      {where !== null && (
        <span class="convo-page" title={page?.url}>
          <bdi>{where}</bdi>
        </span>
      )}
      <span class="convo-small">
        {[device && DEVICES[device], since, counted(messages)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
