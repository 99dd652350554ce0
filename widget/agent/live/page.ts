/** What the inbox needs of the page that it is drawn on. */
import { DEAD_AFTER_MS } from '../../shared/heartbeat.ts';
import type { Closed } from '../desk.ts';
import type { Ending } from './monitor-client.ts';

/** Asks the page's own address, which tells what a refused socket cannot. */
export async function whyRefused(): Promise<Ending | null> {
  try {
    const answer = await fetch(location.pathname, {
      method: 'HEAD',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(DEAD_AFTER_MS),
    });
    // The only place this page leads away to is the sign-in.
    if (answer.type === 'opaqueredirect' || answer.status === 403) return 'signed_out';
    return answer.status === 404 ? 'site_gone' : null;
  } catch {
    // No network says nothing about the session.
    return null;
  }
}

/** Why a conversation lets nobody in. That somebody is signed out, the monitor's connection finds out. */
export async function whyClosed(site: string, conversation: string): Promise<Closed | null> {
  try {
    const path = `/app/sites/${site}/history/${encodeURIComponent(conversation)}`;
    const answer = await fetch(path, {
      method: 'HEAD',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(DEAD_AFTER_MS),
    });
    return answer.status === 404 || answer.status === 410 ? 'gone' : null;
  } catch {
    return null;
  }
}

/**
 * Gathers calls into one before the next frame; a page nobody sees has no frames, but a title. Waits for
 * as long as a pointer is down: a press on something that moves meanwhile would be a press on nothing.
 */
export function oncePerFrame(act: () => void): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDown = false;
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
    if (isDown) ask();
    else act();
  };
  const ask = () => {
    if (timer !== undefined) return;
    frame = requestAnimationFrame(run);
    timer = setTimeout(run, NO_FRAME_MS);
  };
  let longest: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    clearTimeout(longest);
    isDown = false;
  };
  addEventListener('pointerdown', () => {
    clearTimeout(longest);
    isDown = true;
    longest = setTimeout(release, LONGEST_PRESS_MS);
  });
  // The click comes right after, and before this.
  for (const event of ['pointerup', 'pointercancel'])
    addEventListener(event, () => setTimeout(release));
  return ask;
}

/** Without a frame for this long there is nobody to see one. */
const NO_FRAME_MS = 100;

/** Whoever holds a pointer down for longer than this is not pressing anything. */
const LONGEST_PRESS_MS = 1_000;
