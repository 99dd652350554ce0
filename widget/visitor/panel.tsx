/** @jsxImportSource ./dom */
import { Bubble } from './bubble.tsx';
import { createComposer } from './composer.tsx';
import { render } from './dom/render.ts';
import { Header } from './header.tsx';
import type { Host } from './host.ts';
import { PersonIcon } from './icons.tsx';
import type { Lazy } from './lazy.ts';
import { createLazyTalk } from './talk.ts';
import type { Given, Talk } from './talk.ts';
import type { Session, View } from './view.ts';
import { words } from './words.ts';

/**
 * Makes the open chat, and answers with how to draw it. Not modal: the page stays usable, and Tab
 * leads out of it.
 */
export function createPanel(
  host: Host,
  session: Session,
  place: Element,
  onClose: () => void,
  talkOf: (given: Given) => Lazy<Talk> = createLazyTalk,
) {
  const { root, settings } = host;
  const { assistantName: assistant, greeting } = settings;
  /** What was said here, by its `ref`. */
  const said = new Set<string | undefined>();
  let isPlain = false;
  const talk = talkOf({ host, session, redraw: draw });
  const composer = createComposer({
    onSay: (text) => session.act({ type: 'say', text }),
    onTyping() {
      void talk.load();
      talk.value?.typing();
    },
    counter: (left) => talk.value?.counter(left),
    redraw: draw,
  });
  if (host.memory.get('live') || host.tab.get('draft')) void talk.load();

  function draw(): void {
    const { pending, log } = session.view;
    if (pending[0] || log.entries[1]) void talk.load();
    for (const { frame } of pending) said.add(frame.ref);
    isPlain ||= talk.isFailed;
    const hadFocus = place.contains(root.activeElement);
    render(panel(), place);
    // Whatever was pressed may be gone: the next thing to do is to write.
    if (hadFocus && !root.activeElement) focusChat(place);
    talk.value?.settle();
  }

  function panel() {
    const { view } = session;
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
        <Header {...(talk.value?.who() ?? { name: assistant, status: words.assistant })} />
        {talk.value?.question()}
        {/* Always there: what comes with its text already in it is not read out. */}
        <div class="note" role="status">
          {noteOf()}
        </div>
        <div class="note" role="alert">
          {talk.isFailed ? words.unloaded : talk.value?.note()}
        </div>
        <div class="log" role="log" tabindex={0}>
          {greeting && <Bubble id="greeting" role="assistant" name={assistant} text={greeting} />}
          {talk.value?.transcript() ?? plainly(view)}
        </div>
        {talk.value?.jump()}
        {talk.value?.over() || (!settings.refused && footer())}
      </div>
    );
  }

  /** What is shown until the rest of the chat is there: the visitor's words; all words if it cannot be had. */
  function plainly({ log, pending }: View) {
    return [
      log.entries.map(
        (entry) =>
          entry.kind === 'message' &&
          (isPlain || said.has(entry.ref)) && (
            <Bubble
              id={(entry.author.role === 'visitor' && entry.ref) || entry.seq}
              role={entry.author.role}
              text={entry.text}
            />
          ),
      ),
      pending.map(
        ({ frame }) =>
          frame.type === 'say' && <Bubble id={frame.ref} role="visitor" text={frame.text} />,
      ),
    ];
  }

  /** What the visitor should know besides what was said. */
  function noteOf(): string | null | undefined | false {
    const { connection } = session.view;
    if (settings.refused) return words.elsewhere;
    if (connection === 'outdated') return words.outdated;
    const erasing = talk.value?.erasing();
    if (erasing) return erasing;
    return navigator.onLine ? connection === 'lost' && words.lost : words.offline;
  }

  function footer() {
    const { state } = session.view.log;
    return (
      <div class="foot">
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

  return draw;
}

/** Puts the focus where the visitor goes on: on the text, or on beginning anew. */
export function focusChat(place: Element): void {
  place.querySelector<HTMLElement>('textarea,.over .primary')?.focus();
}
