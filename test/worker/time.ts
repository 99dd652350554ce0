import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { evict, stubOf } from './client.ts';

/** Makes every deadline of a conversation due, as if that much time had passed, and rings its alarm. */
export async function passTime(conversation: string, ms: number): Promise<void> {
  await runInDurableObject(stubOf(conversation), (_, state) => {
    const { sql } = state.storage;
    sql.exec('UPDATE entry SET at = at - ?', ms);
    sql.exec('UPDATE outbox SET due = due - ?', ms);
    sql.exec('UPDATE turn SET started_at = started_at - ?', ms);
    sql.exec('UPDATE presence SET left_at = left_at - ?', ms);
    sql.exec(
      "UPDATE conversation SET state = json_set(state, '$.since', json_extract(state, '$.since') - ?)",
      ms,
    );
  });
  await evict(conversation);
  await runDurableObjectAlarm(stubOf(conversation));
}
