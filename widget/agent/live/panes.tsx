import type { Card } from '../../../src/protocol/monitor.ts';
import { cardOf } from './board.ts';
import { Flag } from './card.tsx';
import { Keys } from './help.tsx';
import { Icon } from './icons.tsx';
import type { InboxState } from './inbox.ts';
import { Pane, titleIn } from './pane.tsx';
import { unread } from './talks.ts';
import type { Talk } from './talks.ts';

interface PanesProps {
  state: InboxState;
  memberName: string;
  shown: readonly string[];
  onView: (conversation: string) => void;
  onAway: (conversation: string) => void;
  /** Back to the list, where there is room for one of them only. */
  onBack: () => void;
}

/** The open conversations, side by side as far as there is room, and a strip that leads to all of them. */
export function Panes({ state, memberName, shown, onView, onAway, onBack }: PanesProps) {
  const { tabs, talks, board, wanted } = state;
  const open = tabs.open.flatMap((conversation) => talks.get(conversation) ?? []);
  return (
    <div class="desk-side">
      {open.length > 0 && (
        <div class="strip" role="group" aria-label="Open here">
          {open.map((talk) => (
            <Tab
              key={talk.conversation}
              talk={talk}
              card={cardOf(board, talk.conversation)}
              isShown={shown.includes(talk.conversation)}
              onView={onView}
              onAway={onAway}
            />
          ))}
        </div>
      )}
      <div class="panes">
        {shown.length === 0 && <NothingOpen hasTabs={open.length > 0} />}
        {open.map((talk) => (
          <Pane
            key={talk.conversation}
            talk={talk}
            card={cardOf(board, talk.conversation)}
            hasLeft={hasLeft(state, talk.conversation)}
            memberName={memberName}
            isShown={shown.includes(talk.conversation)}
            wanted={wanted?.conversation === talk.conversation ? wanted : null}
            onAway={onAway}
            onBack={onBack}
          />
        ))}
      </div>
    </div>
  );
}

/** Until the list is there, nobody is said to have left it. */
function hasLeft({ board }: InboxState, conversation: string): boolean {
  const card = board.cards.get(conversation);
  return board.isLoaded && (card === undefined || !card.visitorOnline);
}

function Tab(props: {
  talk: Talk;
  card: Card | undefined;
  isShown: boolean;
  onView: (conversation: string) => void;
  onAway: (conversation: string) => void;
}) {
  const { talk, card, isShown, onView, onAway } = props;
  const { conversation, desk } = talk;
  const news = isShown ? 0 : unread(talk);
  const title = titleIn(desk, card);
  return (
    <div class={`tab ${isShown ? 'shown' : ''} ${desk.isMine ? 'mine' : ''}`}>
      <button
        type="button"
        class="tab-name"
        aria-pressed={isShown}
        onClick={() => onView(conversation)}
      >
        <Flag code={card?.country ?? desk.log.about?.country} />
        <span class="tab-text">
          <bdi>{title}</bdi>
          <span class="tab-line" dir="auto">
            {lastWords(desk)}
          </span>
        </span>
        {news > 0 && (
          <span class="unread">
            {news}
            <span class="hidden"> unread</span>
          </span>
        )}
      </button>
      {!desk.isMine && (
        <button
          type="button"
          class="quiet tab-close"
          aria-label={`Close ${title}`}
          onClick={() => onAway(conversation)}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** What the visitor said last: it tells one conversation from another better than any number. */
function lastWords({ log }: Talk['desk']): string {
  const said = log.entries.findLast(
    (entry) => entry.kind === 'message' && entry.author.role === 'visitor',
  );
  return said?.kind === 'message' ? said.text.slice(0, 60) : 'Nothing said yet';
}

function NothingOpen({ hasTabs }: { hasTabs: boolean }) {
  return (
    <div class="nothing-open">
      <Icon name="talk" />
      <h2>{hasTabs ? 'Choose one of your conversations' : 'Choose a conversation'}</h2>
      <p>Watching one does not disturb the visitor. Taking over tells them your name.</p>
      <Keys />
    </div>
  );
}
