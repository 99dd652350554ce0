/**
 * What the dashboard asks D1 for is found by an index: no page becomes slower because other websites, or
 * its own past, have grown. Every page is opened and every form sent; what they ask is recorded, and
 * SQLite says how it would look for it in the tables as the migrations made them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_TOKEN } from '../../src/dashboard/form.tsx';
import { dashboard } from '../../src/routes/dashboard/index.ts';
import { FILTERS } from '../../src/site/history.ts';
import { createSite } from '../../src/site/own-sites.ts';
import { openSignIn } from '../../src/team/sign-in-links.ts';
import { bindings, HOST } from './client.ts';
import { writeIndex } from './index-entry.ts';
import { knock } from './knock.ts';
import { newMember, newOwner, newSignedIn, type SignedIn } from './members.ts';

/** Statements that go through a whole table, by what is in them, and why they may. */
const EXCEPTIONS: readonly { table: string; holds: string; because: string }[] = [
  {
    table: 'dev_mail',
    holds: 'DELETE FROM dev_mail',
    because: 'It is filled on a developer’s machine only: everywhere else it is empty.',
  },
];

/** No table of ours, or one that is as long as what was put into the statement. */
const IS_SHORT = /^SCAN (CONSTANT ROW|json_each|found|tried|\(subquery-\d+\))/;

/** A search by words, which is no walk through all of them. */
const IS_MATCH = /^SCAN \w+ VIRTUAL TABLE INDEX \d+:\S*M/;

/** Each holds a row per website, per member, or per something that happened. */
const GROWING = [
  'site',
  'member',
  'membership',
  'session',
  'sign_in',
  'conversation_index',
  'conversation_search',
  'contact_search',
  'team_mail',
  'unanswered',
  'widget_seen',
  'model_trouble',
  'webhook',
  'webhook_delivery',
  'knowledge',
  'knowledge_search',
  'knowledge_due',
];

const HISTORY = [
  '',
  ...FILTERS.map((filter) => `outcome=${filter}`),
  'from=2026-01-01&to=2026-01-31',
  'before=1000000-7',
  'q=tent+pole',
  'q=%40acme.example',
  ...FILTERS.map((filter) => `q=tents&outcome=${filter}&from=2026-01-01&before=1000000-7`),
];

/** What any of the forms may hold. */
const FIELDS = {
  name: 'Plans',
  email: 'plans@acme.example',
  role: 'agent',
  domains: 'plans.example',
  retention: '90',
  title: 'Returns',
  text: 'Within thirty days.',
  question: 'Do you ship to Norway?',
  fold: 'ship norway',
  host: 'plans.example',
  url: 'https://plans.example/hook',
  format: 'json',
  events: 'escalation.requested',
};

/** What was asked, with what was put into it last. */
const asked = new Map<string, unknown[]>();

/** The database, what it is asked recorded. */
const recorded = new Proxy(bindings.DB, {
  get(db, name) {
    if (name === 'prepare') return prepareRecorded;
    const value: unknown = Reflect.get(db, name);
    return typeof value === 'function' ? value.bind(db) : value;
  },
});

function prepareRecorded(sql: string): D1PreparedStatement {
  const statement = bindings.DB.prepare(sql);
  const bind = statement.bind.bind(statement);
  asked.set(sql, []);
  statement.bind = (...values: unknown[]) => {
    asked.set(sql, values);
    return bind(...values);
  };
  return statement;
}

/** How SQLite would go about a statement, step by step. */
async function planOf(sql: string): Promise<string[]> {
  const { results } = await bindings.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...(asked.get(sql) ?? []))
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

/** The steps that read a table from its beginning to its end. */
async function walksOf(sql: string): Promise<string[]> {
  const plan = await planOf(sql);
  return plan.filter(
    (step) => step.startsWith('SCAN ') && !IS_SHORT.test(step) && !IS_MATCH.test(step),
  );
}

const knows = (table: string) =>
  [...asked.keys()].some((sql) => new RegExp(`\\b${table}\\b`).test(sql));

async function open(owner: SignedIn, path: string): Promise<void> {
  const headers = { Cookie: owner.cookie };
  expect((await knock(path, { headers }, { DB: recorded })).status).toBeLessThan(500);
}

async function send(
  owner: SignedIn,
  path: string,
  fields: Readonly<Record<string, string>> = FIELDS,
): Promise<void> {
  const headers = { Cookie: owner.cookie, Origin: HOST, 'Sec-Fetch-Site': 'same-origin' };
  const body = new URLSearchParams({ ...fields, [FORM_TOKEN]: await owner.formToken() });
  const answer = await knock(path, { method: 'POST', headers, body }, { DB: recorded });
  expect(answer.status).toBeLessThan(500);
}

/** Every address that answers to a method, with something in the place of what varies. */
function pathsOf(method: string, params: Readonly<Record<string, string>>): string[] {
  return dashboard.routes
    .filter((route) => route.method === method && !route.path.endsWith('*'))
    .map(({ path }) =>
      path.replaceAll(/:(\w+)(?:\{.*?\})?(?=\/|$)/g, (_, name) => params[name] ?? 'x'),
    );
}

beforeAll(async () => {
  const { conversation } = await writeIndex();
  const owner = await newOwner();
  const params = { site: 'demo', conversation, article: '1', member: owner.member.id };
  for (const path of pathsOf('GET', params)) await open(owner, path);
  for (const query of HISTORY) await open(owner, `/app/sites/demo/history?${query}`);
  await open(owner, '/app/sites/demo/knowledge?q=returns');
  // Whatever signs its sender out, or deletes the website, leaves nobody to send the next one.
  for (const path of pathsOf('POST', params)) await send(await newOwner(), path);
  await send(await newOwner(), '/app/sign-in', { email: (await newOwner()).member.email });
  const link = await openSignIn(bindings.DB, (await newOwner()).member.id, Date.now());
  await send(await newOwner(), `/app/sign-in/${link}`);
  const founder = await newMember();
  const wanted = { name: 'Fleeting', domains: ['fleeting.example'], owner: founder };
  const fleeting = await createSite(bindings.DB, wanted, Date.now());
  const whose = await newSignedIn({ sites: { [fleeting]: 'owner' } });
  await send(whose, `/app/sites/${fleeting}/website/delete`, { confirm: wanted.name });
});

describe('whatever a page of the dashboard asks', () => {
  it.each(GROWING)('is recorded here, of %s too', (table) => {
    expect(knows(table)).toBe(true);
  });

  it.each([
    'DELETE FROM sign_in WHERE expires_at',
    'DELETE FROM session WHERE expires_at',
    'DELETE FROM site WHERE id',
    'INSERT INTO site (id',
  ])('is recorded here, down to what its forms write and tidy up: %s', (begins) => {
    expect([...asked.keys()].some((sql) => sql.trimStart().startsWith(begins))).toBe(true);
  });

  it('goes through no table that grows, but for what has a reason to', async () => {
    const walks: Record<string, string[]> = {};
    for (const sql of asked.keys()) {
      const found = (await walksOf(sql)).filter(
        (step) =>
          !EXCEPTIONS.some(
            ({ table, holds }) => step.startsWith(`SCAN ${table}`) && sql.includes(holds),
          ),
      );
      if (found.length > 0) walks[sql] = found;
    }
    expect(walks).toEqual({});
  });

  it('is of one website, and never of all whose ids are alike', async () => {
    const plans = await Promise.all([...asked.keys()].map(planOf));
    expect(plans.flat().filter((step) => /\b(site|id)[<>]\?/.test(step))).toEqual([]);
  });

  it('looks for a new website’s id by one name after the other', async () => {
    const insert = [...asked.keys()].find((sql) => sql.trimStart().startsWith('INSERT INTO site'));
    const plan = await planOf(insert ?? '');
    for (const table of ['conversation_index', 'team_mail', 'unanswered', 'webhook_delivery']) {
      expect(plan).toContainEqual(
        expect.stringMatching(new RegExp(`^SEARCH ${table} USING .*INDEX \\w+ \\(site=\\?\\)$`)),
      );
    }
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH site USING .*\(id=\?\)$/));
  });

  it('has no exception that nothing needs', async () => {
    const steps = await Promise.all(
      [...asked.keys()].map(async (sql) => ({ sql, walks: await walksOf(sql) })),
    );
    for (const { table, holds } of EXCEPTIONS) {
      expect(
        steps.some(
          ({ sql, walks }) =>
            sql.includes(holds) && walks.some((step) => step.startsWith(`SCAN ${table}`)),
        ),
      ).toBe(true);
    }
  });

  it('is seen here when it does: a walk through a table is told from a search', async () => {
    const walk = 'SELECT id FROM conversation_index WHERE instr(contact, ?) > 0';
    prepareRecorded(walk).bind('a');
    const all = 'SELECT rowid FROM conversation_search';
    prepareRecorded(all);
    try {
      expect(await walksOf(walk)).toEqual(['SCAN conversation_index']);
      expect(await walksOf(all)).toHaveLength(1);
    } finally {
      asked.delete(walk);
      asked.delete(all);
    }
  });
});

describe('a list of the history', () => {
  const plansOf = async (holds: string) => {
    const lists = [...asked.keys()].filter(
      (sql) =>
        sql.includes('FROM conversation_index') && sql.includes(holds) && sql.includes('LIMIT 51'),
    );
    expect(lists.length).toBeGreaterThan(0);
    return Promise.all(lists.map(async (sql) => (await planOf(sql)).join('\n')));
  };

  it.each([`= 'taken_over'`, `= 'nobody_came'`, 'AND requested_at IS NOT NULL'])(
    'of what was a matter for a person reads no other conversation (%s), and puts nothing in order',
    async (holds) => {
      for (const plan of await plansOf(holds)) {
        expect(plan).toContain('USING INDEX conversation_index_for_person (site=?');
        expect(plan).not.toContain('TEMP B-TREE');
      }
    },
  );

  it('of what is open reads the last days only', async () => {
    for (const plan of await plansOf(`phase <> 'ended'`)) expect(plan).toContain('last_at>?');
  });

  it('of what was searched for reads what was found, and no other conversation', async () => {
    const searches = [...asked.keys()].filter((sql) => sql.includes('CROSS JOIN'));
    expect(searches.length).toBeGreaterThanOrEqual(FILTERS.length);
    for (const sql of searches) {
      expect(await planOf(sql)).toContain(
        'SEARCH conversation_index USING INTEGER PRIMARY KEY (rowid=?)',
      );
    }
  });
});
