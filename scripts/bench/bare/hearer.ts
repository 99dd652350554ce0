/** The bare object, in a Worker that asks the stub of a model through its provider's package. */
import { createWorkersAI } from 'workers-ai-provider';
import bare, { type Env } from './worker.ts';
import { STUB } from '../spoken.ts';
import { stubModel } from './stub-model.ts';

export { Bare } from './worker.ts';

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    const { pathname } = new URL(request.url);
    return pathname === '/listen' ? listen() : bare.fetch(request, env);
  },
};

/** Hears the model out, and does nothing with what it says. */
async function listen(): Promise<Response> {
  const model = createWorkersAI({ binding: stubModel })(STUB);
  const content = [{ type: 'text', text: 'How long does delivery take?' } as const];
  const { stream } = await model.doStream({ prompt: [{ role: 'user', content }] });
  let chars = 0;
  for await (const part of stream) if (part.type === 'text-delta') chars += part.delta.length;
  return new Response(String(chars));
}
