/** Settings that a conversation is handed by a test, as if somebody had just saved them. */
import type { SiteSettings } from '../../src/site/settings.ts';
import { stubOf } from './client.ts';
import { settingsOf } from './monitor-client.ts';

/** Higher than whatever another test has saved. */
let version = 1_000;

/** Hands a conversation of the demo site other settings of escalation. */
export async function handEscalation(
  conversation: string,
  change: Partial<SiteSettings['escalation']>,
): Promise<void> {
  version += 1;
  const { escalation } = await settingsOf('demo', {});
  const settings = await settingsOf('demo', {
    version,
    escalation: { ...escalation, ...change },
  });
  await stubOf(conversation).applySettings(settings);
}
