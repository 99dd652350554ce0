/** What a member decides about themselves. */
import type { Member } from '../team/member.ts';
import { MAX_NAME_CHARS } from '../team/name.ts';
import type { OpenSession } from '../team/sessions.ts';
import { type FieldErrors, Field, Form } from './form.tsx';
import { Empty, Moment, Panel } from './parts.tsx';

export interface AccountFacts {
  member: Member;
  /** As it was typed, if it could not be saved. */
  name?: string;
  errors?: FieldErrors;
  sessions: readonly OpenSession[];
  /** The session that asks. */
  session: string;
}

export function AccountPage({ member, name, errors = {}, sessions, session }: AccountFacts) {
  return (
    <>
      <Panel title="Your name" lead="Visitors read it when you take over a conversation.">
        <Form action="/app/account">
          <Field
            name="name"
            label="Name"
            value={name ?? member.name}
            error={errors['name']}
            hint="A Live page that is already open goes by a new name once it’s reloaded."
            input={{ autoComplete: 'name', maxLength: 2 * MAX_NAME_CHARS }}
          />
          <div class="form-foot">
            <button type="submit" class="primary">
              Save
            </button>
          </div>
        </Form>
      </Panel>
      <Panel
        title="Where you’re signed in"
        lead="If you don’t recognise a browser, sign out everywhere and sign in again."
      >
        <ul class="rows">
          {sessions.map((open) => (
            <li key={open.session}>
              <div class="rows-main">
                <strong>{open.session === session ? 'This browser' : 'Another browser'}</strong>
                <p class="muted small">
                  Signed in <Moment at={open.startedAt} />
                  {open.session !== session && (
                    <>
                      , last used <Moment at={open.seenAt} />
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
        <div class="form-foot">
          <Form action="/app/sign-out">
            <button type="submit">Sign out here</button>
          </Form>
          <Form action="/app/sign-out-everywhere">
            <button type="submit" class="danger">
              Sign out everywhere
            </button>
          </Form>
        </div>
      </Panel>
    </>
  );
}

/** For somebody who may sign in and has nowhere to go. */
export function NoWebsite({ member }: { member: Member }) {
  return (
    <Empty icon="team" title="Not a member of any website yet">
      <p>
        Ask the owner of a website to invite you at <strong>{member.email}</strong>. Once they have,
        it shows up here.
      </p>
      <Form action="/app/sign-out">
        <button type="submit">Sign out</button>
      </Form>
    </Empty>
  );
}
