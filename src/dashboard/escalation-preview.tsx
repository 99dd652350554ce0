/** What escalation looks like: to the visitor, step by step, and in the team’s inbox. */
import type { ComponentChildren } from 'preact';
import { offerText, visitorLine } from '../../widget/shared/visitor-lines.ts';
import * as en from '../language/tongues/en.ts';
import type { SiteSettings } from '../site/settings.ts';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';

export function EscalationPreview(props: {
  settings: SiteSettings;
  /** Who might join. */
  agent: string;
  /** The subject of the mail to the team. */
  subject: string;
}) {
  const { settings, agent, subject } = props;
  const { assistantName } = settings;
  const { words, lines } = en;
  const speaker = { lines, language: 'en', assistant: assistantName };
  return (
    <>
      <Panel
        title="What the visitor sees"
        lead={`An offer first, never a person unasked. ${assistantName} keeps helping until someone is there.`}
      >
        <ol class="scenes">
          <Scene title="The offer" who={assistantName} what={words.assistant}>
            <p class="bubble own">Can I talk to a person?</p>
            <p class="bubble">{offerText({ reason: 'asked' }, speaker)}</p>
            <p class="scene-offer">
              <span class="choice first">{lines.accept}</span>
              <span class="choice">{lines.decline}</span>
            </p>
          </Scene>
          <Scene title="The wait" who={assistantName} what={words.waiting} action={words.cancel}>
            <p class="bubble own">{lines.accept}</p>
            <p class="event">
              {visitorLine({ event: 'notification.sent', escalation: 1 }, speaker)}
            </p>
          </Scene>
          <Scene title="The person" who={agent} what={words.person}>
            <p class="event">{visitorLine({ event: 'takeover.started', name: agent }, speaker)}</p>
            <p class="bubble person">Hi, I’m {agent}. Let me see where your parcel is.</p>
          </Scene>
        </ol>
      </Panel>
      <Panel
        title="What your team gets"
        lead="A mail within seconds of the visitor’s yes, as in this example. The visitor reads that you were told only once the mail is on its way."
      >
        <p class="sample-subject">
          <span class="muted">Subject</span> {subject}
        </p>
        {/* Nothing in there runs or leads anywhere: the frame is a sandbox without a single right. */}
        <iframe
          class="mail-frame"
          title="Example of the mail"
          sandbox=""
          src={`${pathOf(settings.site, 'escalation')}/mail`}
        />
      </Panel>
    </>
  );
}

function Scene(props: {
  title: string;
  who: string;
  what: string;
  /** A link below it. */
  action?: string;
  children: ComponentChildren;
}) {
  const { title, who, what, action, children } = props;
  return (
    <li class="scene">
      <h3>{title}</h3>
      <div class="scene-chat">
        <p class="scene-head">
          <span class="initial" aria-hidden="true">
            {[...who][0]}
          </span>
          <span class="scene-who">
            <bdi>{who}</bdi>
            <small>{what}</small>
            {action !== undefined && <small class="scene-link">{action}</small>}
          </span>
        </p>
        <div class="scene-log">{children}</div>
      </div>
    </li>
  );
}
