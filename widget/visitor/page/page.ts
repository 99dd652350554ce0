/** What passes between the chat and the page around it, fetched when the page speaks to the chat, or moves on. */
import type { CreatePage } from '../page.ts';
import type { Told } from '../view.ts';
import { emit, obey } from './commands.ts';
import type { Commands } from './commands.ts';

/** What a page tells of its visitor in more characters than this is not sent: a frame has no room for it. */
const MAX_TOLD_CHARS = 4_500;

/** Has heard nothing yet. */
export const createPage: CreatePage = ({ calls, session, title }) => {
  /** As the page passed it. The server takes what is of use. */
  let visitor: unknown;
  let attributes: object | undefined;
  let conversation: string | undefined;
  /** The number of the last entry that is no news to the page. */
  let heard = 0;
  /** By their types: the frames about the page and its visitor, as the server had them last. */
  const known = new Map<string, string>();

  const commands: Commands = {
    send: (text) => typeof text === 'string' && session.act({ type: 'say', text }),
    identify(who) {
      visitor = copyOf(who) ?? {};
    },
    attributes(more) {
      attributes = Object.assign({}, attributes, copyOf(more));
    },
    reset() {
      visitor = attributes = undefined;
      session.reset();
    },
  };

  function tell(frame: Told): void {
    // Before the first welcome nobody would know it from what is told right after that.
    if (conversation === undefined) return;
    const text = JSON.stringify(frame);
    if (text === known.get(frame.type) || text.length > MAX_TOLD_CHARS) return;
    known.set(frame.type, text);
    session.tell(frame);
  }

  function attend(): void {
    obey(calls, commands);
    tell({ type: 'page', page: { url: location.href, title: title() } });
    if (visitor !== undefined || attributes) tell({ type: 'identify', visitor, attributes });
  }

  return {
    attend,
    saw(frame) {
      const isWelcome = frame.type === 'welcome';
      if (isWelcome) {
        // What was there before this page came to the conversation is no news.
        if (frame.conversation !== conversation) heard = frame.last ?? frame.seq;
        ({ conversation } = frame);
        // The server knows what the greeting said, and what other pages told.
        known.clear();
        attend();
      }
      const entries = frame.type === 'entry' ? [frame.entry] : isWelcome ? frame.entries : [];
      for (const entry of entries) {
        if (entry.seq <= heard) continue;
        heard = entry.seq;
        emit(calls, entry.kind === 'event' ? entry.event : 'message', entry);
      }
    },
    emit: (event, detail) => emit(calls, event, detail),
    traits() {
      const { email } = Object(visitor);
      return typeof email === 'string' ? { email } : {};
    },
  };
};

/** As it is now, and as it can be sent. Throws for what cannot. */
function copyOf(value: unknown) {
  return JSON.parse(JSON.stringify(value ?? null));
}
