import { app } from './app.ts';

export { Conversation } from './conversation/conversation.ts';
export { Monitor } from './monitor/monitor.ts';
export { Doorkeeper } from './limits/doorkeeper.ts';
export { RateLimiter } from './limits/rate-limiter.ts';

export default app;
