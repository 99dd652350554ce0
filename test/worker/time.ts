import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { type Job, PATIENCE, retryAt } from '../../src/conversation/outbox.ts';
import { evict, stubOf } from './client.ts';

/** Makes every deadline of a conversation due, as if that much time had passed, and rings its alarm. */
export async function passTime(conversation: string, ms: number): Promise<void> {
  await letTimePass(conversation, ms);
  await runDurableObjectAlarm(stubOf(conversation));
}

/** The same, but that the alarm has yet to ring. */
export async function letTimePass(conversation: string, ms: number): Promise<void> {
  // Whatever is under way would write what it knows over what is written here. Only what is awake can sleep.
  await stubOf(conversation).siteOf();
  await evict(conversation);
  await runInDurableObject(stubOf(conversation), (_, { storage: { sql } }) => {
    sql.exec('UPDATE entry SET at = at - ?', ms);
    sql.exec('UPDATE outbox SET due = due - ?', ms);
    sql.exec('UPDATE turn SET started_at = started_at - ?', ms);
    sql.exec('UPDATE presence SET left_at = left_at - ?', ms);
    sql.exec('UPDATE absence SET since = since - ?', ms);
    for (const moment of ['$.since', '$.from']) {
      sql.exec(
        `UPDATE conversation SET state = json_set(state, ?1, json_extract(state, ?1) - ?2)
         WHERE json_type(state, ?1) IS NOT NULL`,
        moment,
        ms,
      );
    }
  });
  await evict(conversation);
}

/** What surely outlasts each rest between the attempts at a job, however the jitter falls. */
export function longestRests(kind: Job['kind']): number[] {
  const rests = Array.from({ length: PATIENCE[kind].attempts - 1 }, (_, at) =>
    retryAt(kind, at + 1, 0, 1),
  );
  return rests.filter((rest) => rest !== null);
}
