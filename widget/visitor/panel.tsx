/** @jsxImportSource ./dom */
import { createComposer } from './composer.tsx';
import { render } from './dom/render.ts';
import { createLazyExtra } from './extra.ts';
import { Header } from './header.tsx';
import type { Host } from './host.ts';
import { PersonIcon } from './icons.tsx';
import { rowsOf } from './rows.ts';
import { stickToEnd } from './scroll.ts';
import { Transcript } from './transcript.tsx';
import { isErasing } from './view.ts';
import type { Session, View } from './view.ts';
import { words } from './words.ts';

/**
 * Makes the open chat, and answers with how to draw it. Not modal: the page stays usable, and Tab
 * leads out of it.
 */
export function createPanel(host: Host, session: Session, place: Element, onClose: () => void) {
  let pendingBefore = 0;
  let stay = (_isForced: boolean) => {};
  const { root } = host;
  const assistant = host.settings.assistantName;
  const badge = host.launcher.appendChild(document.createElement('span'));
  badge.className = 'badge';
  const rows = () => rowsOf(session.view.log, assistant);
  const extra = createLazyExtra({ host, session, rows, redraw: draw });
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
    const { state } = view.log;
    // Asked for already: it is wanted again only once a failure is some time ago.
    if (state?.asksContact && !extra.isFailed) void extra.load();
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
        <Header session={session} assistant={assistant} extra={extra} />
        {extra.parts?.question()}
        {/* Always there: a status that comes with its text already in it is not read out. */}
        <div key="note" class="note" role="status">
          {noteOf(view, extra.isFailed)}
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
            rows={rows()}
            settings={host.settings}
            contactForm={state?.asksContact && extra.parts?.contactForm()}
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

/** What the visitor should know besides what was said. */
function noteOf(view: View, isFailed: boolean): string | null {
  const { connection } = view;
  if (connection !== 'outdated' && isErasing(view)) {
    return connection === 'lost' ? words.erasingLater : words.erasing;
  }
  if (connection !== 'fine') return words[connection];
  return isFailed ? words.unloaded : view.refusal;
}
