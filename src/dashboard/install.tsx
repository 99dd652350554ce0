/** The install page: the line of code, whether it is seen at work, and what a page’s own policy must allow. */
import type { Seen } from '../site/seen.ts';
import type { SiteSettings } from '../site/settings.ts';
import { agoWords } from './ago.ts';
import { Form } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';

export interface InstallFacts {
  settings: SiteSettings;
  /** Where this Baton is reached. */
  origin: string;
  /** Where the widget was seen, latest first. */
  seen: readonly Seen[];
  /** What the website’s server vouches for its visitors with. */
  identitySecret: string;
  /** In ms since 1970. */
  now: number;
}

/** The line that brings the widget to a page. */
export function snippetOf(origin: string, site: string): string {
  return `<script async src="${origin}/widget.js" data-site="${site}"></script>`;
}

export function Install(facts: InstallFacts) {
  const { settings, origin } = facts;
  return (
    <>
      <Panel
        title="Put this line on your pages"
        lead="Just before </body>, or in the head: it waits for the page and slows nothing down. In a website builder, look for “custom code”."
      >
        <Code id="snippet" name="line of code" text={snippetOf(origin, settings.site)} />
      </Panel>
      <Check {...facts} />
      <Panel
        title="If your pages have a Content-Security-Policy"
        id="policy"
        lead="Add these sources to it. The widget needs no inline script or style, no frames, fonts or images."
      >
        <Code id="policy-text" name="policy" text={policyFor(origin)} />
      </Panel>
      <Panel title="Good to know">
        <ul class="install-notes">
          <li>
            In a single-page app the line belongs in the page’s HTML, once. The chat stays as views
            change, your team sees which one the visitor is at, and a second line changes nothing.
          </li>
          <li>
            A button of yours opens the chat by calling <code>Baton('open')</code>. With{' '}
            <code>data-launcher="hidden"</code> on the line there is no other.
          </li>
          <li>
            <code>data-position</code>, <code>data-offset</code>, <code>data-color</code>,{' '}
            <code>data-theme</code> and more fit it to a page: see{' '}
            <a href="/docs/embed">the documentation</a>.
          </li>
          <li>
            Take the line away and the chat is gone from the page; <code>Baton('destroy')</code>{' '}
            takes it off a page that stays.
          </li>
        </ul>
      </Panel>
      <IdentityPanel secret={facts.identitySecret} />
    </>
  );
}

/** What is there to tell the team who a visitor is, for certain. */
function IdentityPanel({ secret }: { secret: string }) {
  return (
    <Panel
      title="Tell your team who is signed in"
      id="identity"
      lead="Your pages may say who their visitor is. With a hash that only your server can make, your team knows that it is true; without one they read “not verified”."
    >
      <Code id="identify" name="call" text={IDENTIFY} />
      <details class="identity-secret">
        <summary>Show the secret</summary>
        <p>
          For your server alone: whoever has it can pass for any of your visitors. It never belongs
          in a page.
        </p>
        <Code id="identity-secret" name="secret" text={secret} />
        <p>The hash is the HMAC-SHA256, in hex, of the id, or of the email where you give no id.</p>
        <Code id="identity-node" name="Node example" text={NODE} />
        <Code id="identity-php" name="PHP example" text={PHP} />
      </details>
    </Panel>
  );
}

const IDENTIFY = `Baton('identify', {\n  id: '4711',\n  email: 'ada@example.com',\n  name: 'Ada',\n  hash: '…',\n});`;

const NODE = `import { createHmac } from 'node:crypto';\n\nconst hash = createHmac('sha256', identitySecret)\n  .update(user.id)\n  .digest('hex');`;

const PHP = `<?php\n$hash = hash_hmac('sha256', $user->id, $identitySecret);`;

/** What the widget loads, as directives: its script and code, its settings, and its socket. */
function policyFor(origin: string): string {
  return `script-src ${origin};\nconnect-src ${origin} ${origin.replace(/^http/, 'ws')};`;
}

/** A text to copy. The button is the script’s to show: without one, a click on the text selects it all. */
function Code({ id, name, text }: { id: string; name: string; text: string }) {
  return (
    <div class="snippet">
      <pre id={id}>
        <code>
          {text.split(/([ \n])/).map((part) => (/[ \n]/.test(part) ? part : <span>{part}</span>))}
        </code>
      </pre>
      <button type="button" data-copy={id} hidden>
        <Icon name="copy" />
        <span data-label>Copy</span>
        <span class="hidden"> the {name}</span>
      </button>
    </div>
  );
}

function Check({ settings, origin, seen, now }: InstallFacts) {
  const { hostname: ownHost } = new URL(origin);
  // Our own pages embed it too: the demo, and the preview beside the assistant’s settings.
  const onOwnPages = (host: string) => host === ownHost && !settings.domains.includes(host);
  const working = seen.filter(({ host, isAllowed }) => isAllowed && !onOwnPages(host));
  const foreign = seen.filter(({ isAllowed }) => !isAllowed);
  const [latest, ...others] = working;
  return (
    <section class="card panel">
      <h2>Is it there?</h2>
      <div id="seen" aria-live="polite" data-seen={String(latest !== undefined)}>
        {latest ? (
          <p class="seen good">
            <Icon name="check" />
            <span>
              Last seen on <b>{latest.host}</b> <Ago at={latest.at} now={now} />
            </span>
          </p>
        ) : (
          <p class="seen">
            <span class="pulse" aria-hidden="true" />
            <span>
              Not seen yet. Open one of your pages, then click the chat button: it shows up here.
            </span>
          </p>
        )}
        {others.length > 0 && (
          <ul class="seen-also small muted">
            {others.map(({ host, at }) => (
              <li key={host}>
                {host}, <Ago at={at} now={now} />
              </li>
            ))}
          </ul>
        )}
        {foreign.map(({ host, at }) => (
          <Foreign key={host} site={settings.site} host={host} at={at} now={now} />
        ))}
      </div>
    </section>
  );
}

function Foreign(props: { site: string; host: string; at: number; now: number }) {
  const { site, host, at, now } = props;
  return (
    <div class="seen-elsewhere">
      <Icon name="alert" />
      <p>
        Someone tried the chat on <b>{host}</b> <Ago at={at} now={now} />. It isn’t one of your
        domains, so the chat stays closed there.
      </p>
      <Form action={`${pathOf(site, 'install')}/domains`}>
        <input type="hidden" name="host" value={host} />
        <button type="submit">
          Add as a domain <span class="hidden">{host}</span>
        </button>
      </Form>
    </div>
  );
}

function Ago({ at, now }: { at: number; now: number }) {
  return <time dateTime={new Date(at).toISOString()}>{agoWords(at, now)}</time>;
}
