/** Stands before D1 as conversations see it, and lets a test close it, the way an outage does. */

const gate = { failures: 0, isHeld: false };

/** Has the next `times` batches of conversations fail. */
export function refuseBatches(times: number): void {
  gate.failures = times;
}

/** Lets batches of conversations wait until the returned function is called. */
export function holdBatches(): () => void {
  gate.isHeld = true;
  return () => {
    gate.isHeld = false;
  };
}

export function gatedDb(db: D1Database): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'batch') return (statements: D1PreparedStatement[]) => batch(target, statements);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function batch(db: D1Database, statements: D1PreparedStatement[]): Promise<D1Result[]> {
  if (gate.failures > 0) {
    gate.failures -= 1;
    throw new Error('D1 is out of reach');
  }
  while (gate.isHeld) await scheduler.wait(1);
  return db.batch(statements);
}
