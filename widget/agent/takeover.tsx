/**
 * The page behind a takeover link. The server hands over the conversation and the link's token in
 * data attributes; from there on everything crosses the socket.
 */
import { DEAD_AFTER_MS } from '../shared/heartbeat.ts';
import { render } from 'preact';
import { App } from './app.tsx';
import type { Closed } from './desk.ts';
import { keepIn, seatKey } from './keep.ts';
import { memoryOf } from './memory.ts';
import { openSession } from './session.ts';

/** What the page's own address answers once its link is no longer good. */
const CLOSED_STATUSES: ReadonlySet<number> = new Set([401, 403, 404, 410]);

async function whyClosed(): Promise<Closed | null> {
  try {
    const answer = await fetch(location.href, {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(DEAD_AFTER_MS),
    });
    return CLOSED_STATUSES.has(answer.status) ? 'link_closed' : null;
  } catch {
    // No network says nothing about the link.
    return null;
  }
}

function start(root: HTMLElement): void {
  const { conversation = '', token = '', site = '' } = root.dataset;
  const lasting = keepIn(() => localStorage);
  const memory = memoryOf(lasting, conversation);
  // What the server drew while the script was on its way.
  root.replaceChildren();
  const session = openSession({
    conversation,
    credentials: [`takeover.${token}`, `seat.${seatKey(lasting, conversation)}`],
    keep: keepIn(() => sessionStorage),
    whyClosed,
  });
  session.watch((desk) =>
    render(<App desk={desk} actions={session.actions} memory={memory} siteName={site} />, root),
  );
}

const root = document.getElementById('takeover');
if (root) start(root);
