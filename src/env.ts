import type { ModelEnv } from './assistant/models/choice.ts';
import type { Conversation } from './conversation/conversation.ts';
import type { Monitor } from './monitor/monitor.ts';

/** Everything the Worker is given by its configuration; see wrangler.toml. */
export interface Env extends ModelEnv {
  DB: D1Database;
  CONVERSATION: DurableObjectNamespace<Conversation>;
  MONITOR: DurableObjectNamespace<Monitor>;
  RATE_LIMITER: DurableObjectNamespace;
  DOORKEEPER: DurableObjectNamespace;
  EMAIL: SendEmail;
  /** `development` opens the mailbox under /dev; anything else is production. */
  BATON_ENV: string;
  /** Signs visitor tokens and takeover links: at least 32 random bytes, base64url. */
  BATON_SECRET: string;
  /** The secret before the last rotation, still accepted for verifying. */
  BATON_SECRET_PREVIOUS?: string;
  /** Sender of the takeover mails, on a domain the account may send from. */
  MAIL_FROM: string;
  /** Whoever this address belongs to may always sign in and create websites; empty for nobody. */
  OWNER_EMAIL: string;
  /** New conversations that one address may open per minute. */
  OPENS_PER_MINUTE: string;
  /** Sockets that the visitors at one address may have open at once. */
  SOCKETS_PER_NETWORK: string;
  /** Answers of a model, per conversation, and per day for one network and for one website. */
  ANSWERS_PER_CONVERSATION: string;
  ANSWERS_PER_NETWORK: string;
  ANSWERS_PER_SITE: string;
  /** Where this Worker is reached, without a trailing slash; derived from the request when empty. */
  PUBLIC_URL: string;
}
