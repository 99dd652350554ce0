/** The Worker under test: the real one, with a stage for the assistant, a gate before the mail, and stand-ins. */
import { Conversation as RealConversation } from '../../src/conversation/conversation.ts';
import type { Env } from '../../src/env.ts';
import { Monitor as RealMonitor } from '../../src/monitor/monitor.ts';
import { standIn } from './stand-in.ts';
import { assistantFor } from './stage.ts';
import { countedDb, countedObjects, countRing, metered, meteredMonitor } from './counting.ts';
import { gatedDb } from './db-gate.ts';
import { gatedMail } from './mail-gate.ts';
import { app } from '../../src/app.ts';

export { Doorkeeper } from '../../src/limits/doorkeeper.ts';
export { RateLimiter } from '../../src/limits/rate-limiter.ts';

export class Conversation extends RealConversation {
  constructor(ctx: DurableObjectState, env: Env) {
    const gated = {
      ...env,
      EMAIL: gatedMail(env.EMAIL),
      DB: countedDb(gatedDb(env.DB)),
      MONITOR: countedObjects(env.MONITOR),
      DOORKEEPER: countedObjects(env.DOORKEEPER),
      RATE_LIMITER: countedObjects(env.RATE_LIMITER),
    };
    super(metered(ctx), gated, assistantFor(gated));
  }

  override alarm(): Promise<void> {
    countRing();
    return super.alarm();
  }
}

export class Monitor extends RealMonitor {
  constructor(ctx: DurableObjectState, env: Env) {
    const { CONVERSATION } = env;
    const gated = { ...env, EMAIL: gatedMail(env.EMAIL) };
    super(
      meteredMonitor(ctx),
      gated,
      (id) => standIn(id) ?? CONVERSATION.get(CONVERSATION.idFromString(id)),
    );
  }
}

export default {
  fetch: (request, env, ctx) => app.fetch(request, { ...env, EMAIL: gatedMail(env.EMAIL) }, ctx),
} satisfies ExportedHandler<Env>;
