/** Who looks after a website's chat, and the page that asks before somebody is removed. */
import type { Teammate, TeamRole } from '../team/member.ts';
import { MAX_ADDRESS_CHARS } from '../team/address.ts';
import { MAX_NAME_CHARS } from '../team/name.ts';
import { type FieldErrors, Field, Form, Select } from './form.tsx';
import { pathOf } from './layout.tsx';
import { Moment, Panel } from './parts.tsx';

/** An invitation as it was typed. */
export interface InvitationForm {
  email: string;
  name: string;
  role: TeamRole;
}

export interface TeamFacts {
  site: string;
  team: readonly Teammate[];
  /** The id of the member who looks. */
  me: string;
  /** What could not be accepted, and why. */
  refused?: { form: InvitationForm; errors: FieldErrors };
}

const ROLES = [
  { value: 'agent', label: 'Agent: talks to visitors' },
  { value: 'owner', label: 'Owner: also changes settings and the team' },
] as const satisfies readonly { value: TeamRole; label: string }[];

const ROLE_NAMES = { agent: 'Agent', owner: 'Owner' } satisfies Record<TeamRole, string>;

/** Where something is done about one member. */
export function teammatePath(
  site: string,
  member: string,
  what: 'role' | 'remove' | 'invitation',
): string {
  return `${pathOf(site, 'team')}/${encodeURIComponent(member)}/${what}`;
}

export function TeamPage({ site, team, me, refused }: TeamFacts) {
  const owners = team.filter(({ role }) => role === 'owner').length;
  const form = refused?.form;
  const errors: FieldErrors = refused?.errors ?? {};
  return (
    <>
      <Panel title={team.length === 1 ? 'Just you so far' : `${team.length} members`}>
        <ul class="rows team">
          {team.map((mate) => (
            <Row
              key={mate.id}
              site={site}
              mate={mate}
              isMe={mate.id === me}
              isLastOwner={mate.role === 'owner' && owners === 1}
            />
          ))}
        </ul>
      </Panel>
      <Panel title="Invite somebody" lead="They get a mail that says how to sign in.">
        <Form action={pathOf(site, 'team')}>
          <Field
            name="email"
            label="Email"
            value={form?.email}
            error={errors['email']}
            input={{
              type: 'email',
              autoComplete: 'off',
              maxLength: MAX_ADDRESS_CHARS,
            }}
          />
          <Field
            name="name"
            label="Name"
            value={form?.name}
            error={errors['name']}
            hint="What visitors read when this person takes over. They can change it."
            input={{ autoComplete: 'off', maxLength: 2 * MAX_NAME_CHARS }}
          />
          <Select name="role" label="Role" value={form?.role ?? 'agent'} options={ROLES} />
          <div class="form-foot">
            <button type="submit" class="primary">
              Invite
            </button>
          </div>
        </Form>
      </Panel>
    </>
  );
}

interface RowFacts {
  site: string;
  mate: Teammate;
  isMe: boolean;
  isLastOwner: boolean;
}

function Row({ site, mate, isMe, isLastOwner }: RowFacts) {
  return (
    <li>
      <span class="initial" aria-hidden="true">
        {[...mate.name][0]}
      </span>
      <div class="rows-main">
        <p>
          <strong dir="auto">{mate.name}</strong>
          {isMe && <span class="muted"> (you)</span>}{' '}
          <span class={mate.role === 'owner' ? 'badge good' : 'badge'}>
            {ROLE_NAMES[mate.role]}
          </span>
        </p>
        <p class="muted small team-address">{mate.email}</p>
        <p class="muted small">
          {mate.seenAt === null ? (
            'Invited, not here yet'
          ) : (
            <>
              Last seen <Moment at={mate.seenAt} />
            </>
          )}
        </p>
      </div>
      {isLastOwner ? (
        <p class="muted small">The only owner</p>
      ) : (
        <div class="row-actions">
          {mate.seenAt === null && (
            <Form action={teammatePath(site, mate.id, 'invitation')}>
              <button type="submit">
                Resend invitation<span class="hidden"> to {mate.name}</span>
              </button>
            </Form>
          )}
          {!isMe && <RoleButton site={site} mate={mate} />}
          <a class="button plain" href={teammatePath(site, mate.id, 'remove')}>
            {isMe ? 'Leave team' : 'Remove'}
            {!isMe && <span class="hidden"> {mate.name}</span>}
          </a>
        </div>
      )}
    </li>
  );
}

function RoleButton({ site, mate }: { site: string; mate: Teammate }) {
  const other: TeamRole = mate.role === 'owner' ? 'agent' : 'owner';
  return (
    <Form action={teammatePath(site, mate.id, 'role')}>
      <input type="hidden" name="role" value={other} />
      <button type="submit">
        {other === 'owner' ? 'Make owner' : 'Make agent'}
        <span class="hidden">: {mate.name}</span>
      </button>
    </Form>
  );
}

export interface RemovalFacts {
  site: string;
  siteName: string;
  mate: Teammate;
  isMe: boolean;
}

/** Asks once more before somebody is removed. */
export function RemovalPage({ site, siteName, mate, isMe }: RemovalFacts) {
  return (
    <section class="card panel">
      <p>
        {isMe
          ? `You leave at once and no longer see the conversations of ${siteName}. A conversation you have goes back to the assistant.`
          : `${mate.name} (${mate.email}) leaves at once and no longer sees the conversations of ${siteName}. A conversation they have goes back to the assistant.`}
      </p>
      <Form class="form-foot">
        <button type="submit" class="danger">
          {isMe ? 'Leave team' : 'Remove from team'}
        </button>
        <a class="button plain" href={pathOf(site, 'team')}>
          Cancel
        </a>
      </Form>
    </section>
  );
}
