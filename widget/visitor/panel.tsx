/** @jsxImportSource ./dom */
import { createComposer } from './composer.tsx';
import { render } from './dom/jsx-runtime.ts';
import { Header } from './header.tsx';
import type { Host } from './host.ts';
import { PersonIcon } from './icons.tsx';
import { stickToEnd } from './scroll.ts';
import { Transcript } from './transcript.tsx';
import type { Session } from './view.ts';
import { words } from './words.ts';

/**
 * Makes the open chat, and answers with how to draw it. Not modal: the page stays usable, and Tab
 * leads out of it.
 */
export function createPanel(host: Host, session: Session, place: Element, onClose: () => void) {
  /** Pressed to end the chat, and being asked whether that is meant. */
  let isEnding = false;
  let pendingBefore = 0;
  let stay = (_isForced: boolean) => {};
  const { root } = host;
  const assistant = host.settings.assistantName;
  const badge = host.launcher.appendChild(document.createElement('span'));
  badge.className = 'badge';
  const setEnding = (next: boolean) => {
    isEnding = next;
    draw();
  };
  const composer = createComposer({
    onSay: (text) => session.act({ type: 'say', text }),
    onTyping: session.typing,
    redraw: draw,
  });

  function draw(): void {
    const { view } = session;
    const hadFocus = place.contains(root.activeElement);
    render(panel(), place);
    // Whatever was pressed may be gone: the next thing to do is to write.
    if (hadFocus && !root.activeElement) focusChat(place);
    badge.textContent = view.unread ? `${view.unread}` : '';
    host.launcher.ariaDescription = view.unread ? words.unread(view.unread) : '';
    // Whoever says something wants to see it.
    stay(view.pending.length > pendingBefore);
    pendingBefore = view.pending.length;
  }

  function panel() {
    const { view } = session;
    const { state, entries } = view.log;
    const isUnderWay = state?.phase !== 'ended' && entries.some(({ ref }) => ref);
    // A wait is to be cancelled first.
    const isEndable = isUnderWay && state?.phase !== 'waiting';
    const note = view.connection === 'fine' ? view.refusal : words[view.connection];
    return (
      <div
        class="panel"
        role="dialog"
        aria-label={assistant}
        hidden={!view.isOpen}
        onKeyDown={(event) => {
          // To the page, whose shortcuts these could be, nobody seems to be typing here.
          event.stopPropagation();
          if (event.key === 'Escape' && !event.isComposing) onClose();
        }}
      >
        <Header
          session={session}
          assistant={assistant}
          onEnd={isEndable ? () => setEnding(true) : undefined}
        />
        {isEndable && isEnding && <EndQuestion session={session} onDone={() => setEnding(false)} />}
        {/* Always there: a status that comes with its text already in it is not read out. */}
        <div key="note" class="note" role="status">
          {note}
        </div>
        <div
          key="log"
          class="log"
          role="log"
          tabindex={0}
          ref={(box) => {
            stay = stickToEnd(box);
          }}
        >
          <Transcript
            session={session}
            settings={host.settings}
            knownEmail={host.traits().email ?? ''}
          />
        </div>
        {state?.phase === 'ended' ? over() : footer()}
      </div>
    );
  }

  function footer() {
    const { state } = session.view.log;
    return (
      <div key="say" class="foot">
        {composer()}
        {state?.phase === 'assistant' && state.escalationEnabled && (
          <button class="quiet" onClick={() => session.act({ type: 'ask_human' })}>
            <PersonIcon />
            {words.talk}
          </button>
        )}
      </div>
    );
  }

  function over() {
    return (
      <div key="over" class="foot over">
        <p>{words.over}</p>
        <button class="primary" onClick={session.reset}>
          {words.fresh}
        </button>
      </div>
    );
  }

  return draw;
}

/** Puts the focus where the visitor goes on: on the text, or on beginning anew. */
export function focusChat(place: Element): void {
  place.querySelector<HTMLElement>('textarea,.primary')?.focus();
}

function EndQuestion({ session, onDone }: { session: Session; onDone: () => void }) {
  const end = () => {
    session.act({ type: 'end' });
    onDone();
  };
  return (
    <div class="note" role="alert">
      <span>{words.endQuestion}</span>
      <button class="quiet" onClick={onDone}>
        {words.keep}
      </button>
      <button class="primary" onClick={end}>
        {words.end}
      </button>
    </div>
  );
}
