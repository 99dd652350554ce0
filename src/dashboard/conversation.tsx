/** The page of one conversation: its transcript, the facts beside it, and how to part with it. */
import type { ComponentChildren } from 'preact';
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry, Millis } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import type { Phase } from '../protocol/state.ts';
import { countryName, DEVICES, durationWords, languageName } from './conversation-words.ts';
import type { IndexEntry } from '../site/conversation-index.ts';
import { attributeFacts, identityFacts } from '../../widget/shared/identity-words.ts';
import { Form } from './form.tsx';
import { conversationPath } from './history.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Empty, Moment } from './parts.tsx';
import { Transcript, WebLink } from './transcript.tsx';
import { type Wait, waitsOf } from './transcript-rows.ts';

export interface ConversationProps {
  site: string;
  conversation: string;
  about: About;
  phase: Phase;
  /** One page of the log. */
  entries: readonly Entry[];
  /** The number of the log's last entry. */
  last: number;
  /** When the conversation began, where it is known. */
  began: Millis | null;
  assistant: string;
}

export function ConversationView(props: ConversationProps) {
  const { site, conversation, entries, last, assistant } = props;
  return (
    <div class="conversation-page-grid">
      <Transcript
        path={conversationPath(site, conversation)}
        entries={entries}
        last={last}
        assistant={assistant}
      />
      <Facts {...props} />
    </div>
  );
}

/** Downloads and, for owners, the way to delete it. */
export function ConversationActions(props: {
  site: string;
  conversation: string;
  isOpen: boolean;
  isOwner: boolean;
}) {
  const path = conversationPath(props.site, props.conversation);
  return (
    <>
      {props.isOpen && (
        <a class="button plain" href={`${pathOf(props.site, 'live')}?open=${props.conversation}`}>
          <Icon name="live" />
          Open in Live
        </a>
      )}
      <a class="button plain" href={`${path}/transcript.txt`} download>
        <Icon name="download" />
        Text
        <span class="hidden"> file of this conversation</span>
      </a>
      <a class="button plain" href={`${path}/transcript.json`} download>
        <Icon name="download" />
        JSON
        <span class="hidden"> file of this conversation</span>
      </a>
      {props.isOwner && (
        <a class="button plain danger" href={`${path}/delete`}>
          Delete…
        </a>
      )}
    </>
  );
}

const PHASES: Readonly<Record<Phase, string>> = {
  assistant: 'Open, with the assistant',
  offered: 'Open, a person was offered',
  waiting: 'Open, waiting for a person',
  human: 'Open, with a person',
  ended: 'Ended',
};

function Facts({ about, phase, entries, last, began }: ConversationProps) {
  const { page, locale, country, device, contact, identity, attributes } = about;
  const end = entries.at(-1);
  const isToEnd = end?.seq === last;
  const isWhole = isToEnd && entries[0]?.seq === 1;
  const messages = entries.filter(({ kind }) => kind === 'message').length;
  // A wait that this page leaves open may have ended on the next one.
  const waits = waitsOf(entries).filter((wait) => isToEnd || wait.end !== 'open');
  return (
    <aside class="card facts" id="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">About this conversation</h2>
      <dl>
        <Fact name="State">{PHASES[phase]}</Fact>
        {began !== null && (
          <Fact name="Began">
            <Moment at={began} />
          </Fact>
        )}
        {began !== null && isToEnd && <Fact name="Lasted">{durationWords(end.at - began)}</Fact>}
        {isWhole && <Fact name="Messages">{messages.toLocaleString('en')}</Fact>}
        {contact !== undefined && (
          <Fact name="Email">
            <a href={`mailto:${encodeURIComponent(contact).replace('%40', '@')}`}>{contact}</a>
          </Fact>
        )}
        {identity &&
          identityFacts(identity).map(({ name, value, isVerified }) => (
            <Fact key={name} name={name}>
              <bdi>{value}</bdi>
              <span class="fact-sure">{isVerified ? 'verified' : 'not verified'}</span>
            </Fact>
          ))}
        {page && <PageFacts page={page} />}
        {country !== undefined && <Fact name="Country">{countryName(country)}</Fact>}
        {device !== undefined && <Fact name="Device">{DEVICES[device]}</Fact>}
        {locale !== undefined && <Fact name="Language">{languageName(locale)}</Fact>}
        {attributes &&
          attributeFacts(attributes).map(({ name, value }) => (
            <Fact key={`page ${name}`} name={name}>
              <bdi>{value}</bdi>
              <span class="fact-sure">told by the page</span>
            </Fact>
          ))}
      </dl>
      {waits.length > 0 && (
        <>
          <h3>Waits for a person{!isWhole && ', on this page'}</h3>
          <ul class="waits">
            {waits.map((wait) => (
              <li key={wait.since}>{waitWords(wait)}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function PageFacts({ page }: { page: NonNullable<About['page']> }) {
  const { url, title, referrer } = page;
  return (
    <>
      {(url || title) && (
        <Fact name="Page">
          {title && <bdi>{title}</bdi>}
          {url && (
            <span class="fact-url">
              <WebLink url={url}>{url}</WebLink>
            </span>
          )}
        </Fact>
      )}
      {referrer && (
        <Fact name="Came from">
          <span class="fact-url">
            <WebLink url={referrer}>{referrer}</WebLink>
          </span>
        </Fact>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function waitWords({ end, ms, by }: Wait): string {
  const time = durationWords(ms ?? 0);
  switch (end) {
    case 'taken_over':
      return `${by ?? 'Somebody'} took over after ${time}`;
    case 'cancelled':
      return `Called off after ${time}`;
    case 'expired':
      return `Nobody came in ${time}`;
    case 'ended':
      return `The conversation ended after ${time}`;
    case 'open':
      return 'Still waiting';
    default:
      return assertNever(end);
  }
}

/** What stands where a conversation was that has erased itself. */
export function Gone(props: { site: string; conversation: string; isOwner: boolean }) {
  return (
    <Empty icon="history" title="This conversation is gone">
      <p>
        It was deleted, with everything that was said in it. Only its line in the history is left.
      </p>
      {props.isOwner ? (
        <Form action={`${conversationPath(props.site, props.conversation)}/delete`}>
          <button type="submit">Remove the line</button>
        </Form>
      ) : (
        <p>An owner of the website can remove it.</p>
      )}
    </Empty>
  );
}

/** Asks once more before a conversation is deleted. */
export function ConfirmDelete(props: {
  site: string;
  conversation: string;
  /** Null while the history does not list it yet. */
  line: Pick<IndexEntry, 'firstLine' | 'phase'> | null;
}) {
  const { line } = props;
  const path = conversationPath(props.site, props.conversation);
  return (
    <section class="card panel">
      {line && (
        <blockquote class="delete-quote" dir="auto">
          {line.firstLine || 'The visitor has said nothing'}
        </blockquote>
      )}
      <p>
        All that was said, everything that happened and all that is known about the visitor will be
        deleted, here and in every list. This can’t be undone.
      </p>
      {line && line.phase !== 'ended' && (
        <p class="delete-open">It is still open: the visitor’s chat will start over, empty.</p>
      )}
      <Form action={`${path}/delete`} class="form-foot">
        <button type="submit" class="danger">
          Delete for good
        </button>
        <a class="button plain" href={path}>
          Keep it
        </a>
      </Form>
    </section>
  );
}
