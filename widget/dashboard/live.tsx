/** The Live page's script: takes over the place that the server left for it. */
import { h, render } from 'preact';
import { Tools } from '../agent/live/bar.tsx';
import { openInbox } from '../agent/live/inbox.ts';
import { Live } from '../agent/live/live.tsx';

function start(root: HTMLElement, tools: HTMLElement | null): void {
  const { site = '', member = '', memberId = '', install } = root.dataset;
  const { title } = document;
  let isHelpOpen = false;
  root.replaceChildren();
  const inbox = openInbox({ site, memberName: member, memberId }, draw);

  function draw(): void {
    const showHelp = (isOpen: boolean) => {
      isHelpOpen = isOpen;
      draw();
    };
    render(
      h(Live, {
        inbox,
        state: inbox.state(),
        memberName: member,
        memberId,
        title,
        installPath: install ?? null,
        isHelpOpen,
        onHelp: showHelp,
      }),
      root,
    );
    if (tools) render(h(Tools, { inbox, onHelp: () => showHelp(true) }), tools);
  }
}

const root = document.getElementById('live');
if (root) start(root, document.getElementById('live-tools'));
