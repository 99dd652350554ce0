/** The install page’s script: copies what is to be copied, and notices when the widget is first seen. */

/** How often to look while nothing was seen. */
const LOOK_EVERY_MS = 2_000;

/** How long a button says that it has copied. */
const TOLD_MS = 2_000;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const text = document.getElementById(button.dataset['copy'] ?? '');
  const label = button.querySelector('[data-label]');
  if (text && label) offerCopy(button, text, label);
}

function offerCopy(button: HTMLButtonElement, text: HTMLElement, label: Element): void {
  const before = label.textContent;
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.hidden = false;
  button.addEventListener('click', async () => {
    label.textContent = (await copy(text)) ? 'Copied' : 'Press Ctrl+C';
    clearTimeout(timer);
    timer = setTimeout(() => {
      label.textContent = before;
    }, TOLD_MS);
  });
}

/** Where the clipboard is out of reach, the text is selected and the rest is the reader’s. */
async function copy(text: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    return true;
  } catch {
    return false;
  }
}

const seen = document.getElementById('seen');

const isSeen = () => seen?.dataset['seen'] === 'true';

async function look(shown: HTMLElement): Promise<void> {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('seen');
  if (!fresh || fresh.textContent === shown.textContent) return;
  // Nobody is to lose the button they are about to press.
  if (shown.contains(document.activeElement)) return;
  shown.dataset['seen'] = fresh.dataset['seen'] ?? '';
  shown.replaceChildren(...fresh.childNodes);
}

if (seen && !isSeen()) {
  const timer = setInterval(() => {
    if (isSeen()) clearInterval(timer);
    // A server that is being restarted is no news: the next round asks again.
    else if (!document.hidden) look(seen).catch(() => undefined);
  }, LOOK_EVERY_MS);
}
