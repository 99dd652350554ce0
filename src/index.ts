import { app } from './app.ts';

export { Conversation } from './conversation/conversation.ts';
export { Monitor } from './monitor/monitor.ts';
export { RateLimiter } from './limits/rate-limiter.ts';

export default app;
