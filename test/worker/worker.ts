/** The Worker under test: the real one, with a stage for the assistant and a gate before the mail. */
import { Conversation as RealConversation } from '../../src/conversation/conversation.ts';
import type { Env } from '../../src/env.ts';
import { stagedAnswerer } from './stage.ts';
import { gatedMail } from './mail-gate.ts';
import { app } from '../../src/app.ts';

export { RateLimiter } from '../../src/limits/rate-limiter.ts';

export class Conversation extends RealConversation {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, { ...env, EMAIL: gatedMail(env.EMAIL) }, stagedAnswerer);
  }
}

export default app;
