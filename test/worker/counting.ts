/**
 * Counts what conversations do that somebody pays for: what leaves the object through its bindings, which
 * are wrapped for it, and what it writes.
 */
/** What one thing that happened has cost. */
export interface Cost {
  /** Rows of the log. */
  entries: number;
  /** Rows written in all, indexes included, as the platform counts them. */
  rows: number;
  /** Statements that D1 was asked to run. */
  d1: number;
  /** Rows that its batches wrote, indexes included. */
  d1Rows: number;
  /** Calls of other objects. */
  objects: number;
  /** How often an alarm was set, which is paid as a row. */
  alarms: number;
  /** How often one rang, which is paid as a request. */
  rings: number;
}

const calls = { d1: 0, d1Rows: 0, objects: 0, rings: 0 };

/** The database, its statements counted. */
export function countedDb(db: D1Database): D1Database {
  const counted = spied(db, (name) => {
    if (name === 'prepare') calls.d1 += 1;
  });
  return new Proxy(counted, {
    get: (target, name) =>
      name === 'batch'
        ? (statements: D1PreparedStatement[]) => countedBatch(db, statements)
        : Reflect.get(target, name),
  });
}

async function countedBatch(db: D1Database, statements: D1PreparedStatement[]) {
  const results = await db.batch(statements);
  for (const { meta } of results) calls.d1Rows += meta.rows_written;
  return results;
}

/** The objects of a namespace, calls of them counted. */
export function countedObjects<T extends Rpc.DurableObjectBranded | undefined>(
  namespace: DurableObjectNamespace<T>,
): DurableObjectNamespace<T> {
  return new Proxy(namespace, {
    get(target, name) {
      if (name === 'get') {
        return (id: DurableObjectId) => spied(target.get(id), () => (calls.objects += 1));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The same, but `called` hears of each method that is called. */
function spied<T extends object>(target: T, called: (name: string | symbol) => void): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        called(name);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

const NOTHING_WRITTEN = { entries: 0, rows: 0, alarms: 0 };
const written = { ...NOTHING_WRITTEN };
const monitorWrote = { ...NOTHING_WRITTEN };

/** A conversation's storage, from its first statement on, what is written counted. */
export const metered = (ctx: DurableObjectState) => meteredInto(written, ctx);

/** The same for a monitor's. */
export const meteredMonitor = (ctx: DurableObjectState) => meteredInto(monitorWrote, ctx);

/** Counts that a conversation's alarm rang. */
export function countRing(): void {
  calls.rings += 1;
}

function meteredInto(counts: typeof NOTHING_WRITTEN, ctx: DurableObjectState): DurableObjectState {
  const { storage } = ctx;
  const exec = storage.sql.exec.bind(storage.sql);
  const setAlarm = storage.setAlarm.bind(storage);
  Object.defineProperty(storage.sql, 'exec', {
    value: (query: string, ...values: unknown[]) => {
      const cursor = exec(query, ...values);
      counts.rows += cursor.rowsWritten;
      if (/INTO entry\b/.test(query)) counts.entries += 1;
      return cursor;
    },
  });
  Object.defineProperty(storage, 'setAlarm', {
    value: (...args: Parameters<typeof setAlarm>) => {
      counts.alarms += 1;
      return setAlarm(...args);
    },
  });
  return ctx;
}

/** What conversations have cost since this was asked last. One at a time: nothing else may be going on. */
export function costSoFar(): Cost {
  const cost = { ...written, ...calls };
  Object.assign(written, NOTHING_WRITTEN);
  Object.assign(calls, { d1: 0, d1Rows: 0, objects: 0, rings: 0 });
  return cost;
}

/** What monitors have written since this was asked last. */
export function monitorSoFar(): { rows: number; alarms: number } {
  const { rows, alarms } = monitorWrote;
  Object.assign(monitorWrote, NOTHING_WRITTEN);
  return { rows, alarms };
}
