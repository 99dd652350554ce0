import { app } from './app.ts';

export { Conversation } from './conversation/conversation.ts';
export { RateLimiter } from './limits/rate-limiter.ts';

export default app;
