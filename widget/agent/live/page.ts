/** What the inbox needs of the page that it is drawn on. */
import type { Closed } from '../desk.ts';
import type { Ending } from './monitor-client.ts';

/** Asks the page's own address, which tells what a refused socket cannot. */
export async function whyRefused(): Promise<Ending | null> {
  try {
    const answer = await fetch(location.pathname, {
      method: 'HEAD',
      cache: 'no-store',
      redirect: 'manual',
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
    const answer = await fetch(path, { method: 'HEAD', cache: 'no-store', redirect: 'manual' });
    return answer.status === 404 || answer.status === 410 ? 'gone' : null;
  } catch {
    return null;
  }
}

/** Gathers calls into one before the next frame; a page nobody sees has no frames, but a title. */
export function oncePerFrame(act: () => void): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
    act();
  };
  return () => {
    if (timer !== undefined) return;
    frame = requestAnimationFrame(run);
    timer = setTimeout(run, NO_FRAME_MS);
  };
}

/** Without a frame for this long there is nobody to see one. */
const NO_FRAME_MS = 100;
