/** What may be broken on purpose, so that tests see the invariants fail. Each is what one bug would look like. */
import type { SQLInputValue } from 'node:sqlite';
import { markOf } from './models.ts';
import type { Statement, Tamper } from './storage.ts';
import type { Faults } from './world.ts';

/** Puts something else into the place of statements that begin like this. */
function instead(
  start: string,
  make: (bindings: SQLInputValue[], query: string) => Statement[],
): Tamper {
  return (statement) =>
    statement.query.startsWith(start) ? make(statement.bindings, statement.query) : [statement];
}

/** The bindings with one of them changed. */
function withBinding(bindings: SQLInputValue[], at: number, value: SQLInputValue): SQLInputValue[] {
  return bindings.map((one, index) => (index === at ? value : one));
}

const ENTRY = 'INSERT INTO entry';
const BODY_AT = 7;

/** The entry of an insertion. */
function entryIn(bindings: SQLInputValue[]): Record<string, unknown> {
  const entry: Record<string, unknown> = JSON.parse(String(bindings[BODY_AT]));
  return entry;
}

/** The same entry once more, or another, under the next number. */
function another(
  query: string,
  bindings: SQLInputValue[],
  change: Record<string, unknown> = {},
): Statement {
  const seq = Number(bindings[0]) + 1;
  const [, at = 0] = bindings;
  const body = JSON.stringify({ ...entryIn(bindings), ...change, seq });
  return { query, bindings: [seq, at, null, null, 1, null, 0, body] };
}

/** Writes something else into the conversation's own row. */
function inRecord(what: RegExp, otherwise: string | ((text: string) => string)): Tamper {
  const change = (one: SQLInputValue) =>
    typeof one === 'string'
      ? one.replaceAll(what, (text) =>
          typeof otherwise === 'string' ? otherwise : otherwise(text),
        )
      : one;
  const make = (bindings: SQLInputValue[], query: string) => [
    { query, bindings: bindings.map(change) },
  ];
  const whole = instead('INSERT OR REPLACE INTO conversation', make);
  const part = instead('UPDATE conversation', make);
  return (statement) => whole(statement).flatMap(part);
}

/** Writes other facts into the entries of an event. */
function inEntry(event: string, change: Record<string, unknown>): Tamper {
  return instead(ENTRY, (bindings, query) => {
    const entry = entryIn(bindings);
    const body = JSON.stringify({ ...entry, ...change });
    return [
      {
        query,
        bindings: entry['event'] === event ? withBinding(bindings, BODY_AT, body) : bindings,
      },
    ];
  });
}

/** Makes something else of the jobs that tell webhooks. */
function inOutbox(make: (bindings: SQLInputValue[]) => SQLInputValue[][]): Tamper {
  return instead('INSERT INTO outbox', (bindings, query) =>
    (bindings[0] === 'webhook' ? make(bindings) : [bindings]).map((each) => ({
      query,
      bindings: each,
    })),
  );
}

const isTakeover = (bindings: SQLInputValue[]) => entryIn(bindings)['event'] === 'takeover.started';

export const FAULTS = {
  /** A number is left out. */
  gap: () => ({
    statement: instead(ENTRY, (bindings, query) => {
      const seq = Number(bindings[0]);
      return [{ query, bindings: seq < 6 ? bindings : withBinding(bindings, 0, seq + 1) }];
    }),
  }),
  /** An entry that was stored is written over. */
  'changed entry': () => ({
    statement: instead(ENTRY, (bindings, query) => {
      const change = "UPDATE entry SET body = replace(body, 'started', 'begun') WHERE seq = 1";
      const isLate = Number(bindings[0]) > 4;
      return [{ query, bindings }, ...(isLate ? [{ query: change, bindings: [] }] : [])];
    }),
  }),
  /** What was said before under the same stamp is not found. */
  'forgotten stamps': () => ({
    statement: (statement: Statement) => {
      const { query, bindings } = statement;
      if (query.startsWith('SELECT body FROM entry WHERE author = ?'))
        return [{ query, bindings: withBinding(bindings, 1, 'nothing') }];
      // Nor is the index there that would refuse it.
      if (query.includes('CREATE UNIQUE INDEX entry_ref'))
        return [{ query: query.replace('UNIQUE INDEX entry_ref', 'INDEX entry_ref'), bindings }];
      return [statement];
    },
  }),
  /** What was said is told to everybody and not stored. */
  'unstored words': () => ({
    statement: instead(ENTRY, (bindings, query) => {
      const { kind, ref } = entryIn(bindings);
      const isLost = kind === 'message' && typeof ref === 'string' && ref.endsWith('3');
      return isLost ? [] : [{ query, bindings }];
    }),
  }),
  /** An answer ends up behind the takeover that came before it. */
  'late answer': () => ({
    statement: instead(ENTRY, (bindings, query) =>
      isTakeover(bindings)
        ? [
            { query, bindings },
            another(query, bindings, {
              kind: 'message',
              author: { role: 'assistant' },
              text: 'Here I am.',
            }),
          ]
        : [{ query, bindings }],
    ),
  }),
  /** A model's words of an earlier generation are shown. */
  'stale words': () => ({
    frame: (text: string) =>
      text.startsWith('{"type":"draft"') ? [text.replaceAll(/«\d+»/g, markOf(0))] : [text],
  }),
  /** Drafts are held up, and come after a person has. */
  'late draft': () => {
    let draft: string | null = null;
    return {
      frame: (text: string) => {
        if (text.startsWith('{"type":"draft"')) {
          draft = text;
          return [];
        }
        const isTaken = text.includes('"takeover.started"');
        return isTaken && draft !== null ? [text, draft] : [text];
      },
    };
  },
  /** Whoever only watches is told to be the owner. */
  'two owners': () => ({
    frame: (text: string) => [text.replace('"role":"watcher"', '"role":"agent"')],
  }),
  /** Nobody is let go of. */
  'open door': () => ({ closesNothing: true }),
  /** Settings as they once were are written over the owner's. */
  'wrong address': () => ({ mailGoesTo: 'elsewhere@acme.example' }),
  /** The storage fails now and then. */
  'broken log': () => {
    let entries = 0;
    return {
      statement: instead(ENTRY, (bindings, query) => {
        entries += 1;
        return entries % 7 === 0
          ? [{ query: 'SELECT nothing FROM nowhere', bindings: [] }]
          : [{ query, bindings }];
      }),
    };
  },
  /** Links stay open for good. */
  'long links': () => ({ statement: inRecord(/"link":null/g, '"link":1') }),
  /** The owner's settings are written over by the first ones. */
  'old settings': () => ({ statement: inRecord(/"version":\d+/g, '"version":1') }),
  /** The monitor is told what was, not what is. */
  'late reports': () => ({ monitorIsSlow: true }),
  /** Nobody is seen to go. */
  'ghost visitor': () => ({
    statement: instead('INSERT OR REPLACE INTO presence', (bindings, query) => [
      { query, bindings: withBinding(bindings, 0, 1) },
    ]),
  }),
  /** What looked erased is there again. */
  'second life': () => ({ erasesNothing: true }),
  /** The mail server says yes, and has nothing. */
  'phantom receipt': () => ({ mailIsLost: true }),
  /** A phase follows that may not. */
  'wrong turning': () => ({
    statement: inRecord(/"phase":"offered"/g, '"phase":"ended"'),
  }),
  /** An entry does not reach everybody. */
  'lost frame': () => {
    let entries = 0;
    return {
      frame: (text: string) => {
        if (!text.startsWith('{"type":"entry"')) return [text];
        entries += 1;
        return entries % 5 === 0 ? [] : [text];
      },
    };
  },
  /** What is for the team only is sent to visitors. */
  'open secret': () => ({
    frame: (text: string, side: 'visitor' | 'agent') =>
      side === 'visitor' && text.includes('"takeover.started"')
        ? [text, text.replace('takeover.started', 'note.left')]
        : [text],
  }),
  /** No alarm ever rings. */
  'deaf alarm': () => ({ alarmIsDeaf: true }),
  /** A turn that was begun is not on record: what a crash leaves behind is lost. */
  'forgotten turns': () => ({
    statement: instead('INSERT OR REPLACE INTO turn', () => []),
  }),
  /** A job is not on record: nobody is ever mailed. */
  'forgotten mails': () => ({
    statement: instead('INSERT INTO outbox', (bindings, query) =>
      bindings[0] === 'takeover_mail' ? [] : [{ query, bindings }],
    ),
  }),
  /** Every alarm rings late. */
  'late alarm': () => ({ alarmIsLateMs: 20 * 60_000 }),
  /** No rung is ever reached. */
  'stuck ladder': () => ({
    statement: inRecord(/"rung":"(?:reminded|asked)"/g, '"rung":"called"'),
  }),
  /** Waits count from a later moment than they are known to. */
  'short wait': () => ({ statement: inRecord(/"from":1767/g, '"from":1768') }),
  /** The team is reminded twice, by the log. */
  'second reminder': () => ({
    statement: instead(ENTRY, (bindings, query) =>
      entryIn(bindings)['event'] === 'escalation.reminded'
        ? [{ query, bindings }, another(query, bindings)]
        : [{ query, bindings }],
    ),
  }),
  /** Whoever hands back is said to have been lost. */
  'hasty lease': () => ({ statement: inEntry('takeover.ended', { event: 'takeover.lost' }) }),
  /** Whoever takes over is said to be back. */
  'false return': () => ({ statement: inEntry('takeover.started', { isBack: true }) }),
  /** Webhooks are told of another entry than they chose. */
  'curious webhook': () => ({
    statement: inOutbox((bindings) => [
      withBinding(bindings, 2, String(bindings[2]).replace(/"seq":\d+/, '"seq":1')),
    ]),
  }),
  /** What was delivered stays a job. */
  'forgetful postman': () => ({ statement: instead('DELETE FROM outbox', () => []) }),
  /** What a webhook is to be told is not on record. */
  'lost deliveries': () => ({ statement: inOutbox(() => []) }),
  /** What D1 could not be told of a delivery is not on record. */
  'lost records': () => ({
    statement: instead('INSERT INTO outbox', (bindings, query) =>
      bindings[0] === 'delivery' ? [] : [{ query, bindings }],
    ),
  }),
  /** A mail that some have stays a mail for everybody. */
  'mail for all': () => ({ statement: instead('UPDATE outbox SET job', () => []) }),
  /** Everybody counts as vouched for. */
  'generous seal': () => ({
    statement: inRecord(/"identity":\{/g, '"identity":{"verified":"id",'),
    frame: (text: string) => [text.replace('"identity":{', '"identity":{"verified":"id",')],
  }),
  /** Whoever was introduced first stays for good. */
  'first impression': () => {
    let first: string | undefined;
    return {
      statement: inRecord(/"identity":\{[^}]*\}/g, (text) => (first ??= text)),
    };
  },
  /** What pages tell is told to visitors, too. */
  'loose tongue': () => ({
    frame: (text: string, side: 'visitor' | 'agent') =>
      side === 'visitor' && text.startsWith('{"type":"welcome"')
        ? [text, '{"type":"about","about":{"page":{"url":"https://shop.example/told-1"}}}']
        : [text],
  }),
  /** Where the visitor is, is never written. */
  'no memory': () => ({ statement: inRecord(/"page":\{[^}]*\}/g, '"page":{}') }),
  /** The team is not told what changes. */
  'deaf team': () => ({
    frame: (text: string) => (text.startsWith('{"type":"about"') ? [] : [text]),
  }),
  /** D1 is never told to forget. */
  'long memory': () => ({ d1NeverForgets: true }),
} satisfies Record<string, () => Faults>;

export type FaultName = keyof typeof FAULTS;
