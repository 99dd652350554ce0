import { BatonMark } from './mark.tsx';
import { PAGES_CSS, renderPage } from './shell.tsx';

interface Takeover {
  conversation: string;
  /** The takeover link's token. It goes to the page's script and nowhere else. */
  token: string;
  /** Shown while the conversation loads. */
  siteName?: string;
}

/**
 * The page behind a takeover link. Serving it changes nothing: everything happens over the socket
 * that its script opens, and taking over only after a person's press.
 */
export function takeoverPage({ conversation, token, siteName }: Takeover): string {
  return renderPage({
    title: siteName === undefined ? 'Conversation' : `Conversation · ${siteName}`,
    name: 'takeover',
    styles: [PAGES_CSS, '/baton/agent.css'],
    modules: ['/baton/takeover.js'],
    head: (
      <>
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
      </>
    ),
    body: (
      <div id="takeover" data-conversation={conversation} data-token={token} data-site={siteName}>
        <main class="card notice">
          <BatonMark />
          <h1>{siteName ?? 'Conversation'}</h1>
          <p class="notice-loading">Opening the conversation…</p>
          <noscript>
            <p>This page talks to the visitor live, so it needs JavaScript. Please turn it on.</p>
          </noscript>
        </main>
      </div>
    ),
  });
}
