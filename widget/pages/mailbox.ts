/**
 * Keeps the mailbox page fresh: asks for new mails while somebody looks, and adds those that came
 * on top, leaving whatever is open or scrolled as it is.
 */
const POLL_MS = 2_000;

const list = document.getElementById('mails');

function dress(root: ParentNode): void {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = at.toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
  }
  for (const frame of root.querySelectorAll('iframe')) fit(frame);
}

/** Gives a mail's frame the height of what is in it, again whenever its width changes. */
function fit(frame: HTMLIFrameElement): void {
  let measuredWidth = 0;
  const measure = () => {
    const inside = frame.contentDocument?.documentElement;
    measuredWidth = frame.clientWidth;
    if (!inside || measuredWidth === 0) return;
    frame.style.height = 'auto';
    frame.style.height = `${inside.scrollHeight + 2}px`;
  };
  frame.addEventListener('load', measure);
  new ResizeObserver(() => {
    if (frame.clientWidth !== measuredWidth) measure();
  }).observe(frame);
}

async function refresh(known: HTMLElement): Promise<void> {
  const answer = await fetch('/dev/mailbox', { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = [...page.querySelectorAll<HTMLElement>('[data-mail]')].filter(
    (mail) => !known.querySelector(`[data-mail="${mail.dataset['mail']}"]`),
  );
  if (fresh.length === 0) return;
  known.querySelector('.empty')?.remove();
  for (const mail of fresh) mail.classList.add('fresh');
  known.prepend(...fresh);
  for (const mail of fresh) dress(mail);
}

if (list) {
  dress(list);
  setInterval(() => {
    // A server that is being restarted is no news: the next round asks again.
    if (!document.hidden) refresh(list).catch(() => undefined);
  }, POLL_MS);
}
