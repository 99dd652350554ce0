/**
 * Workers AI's binding with a model server behind it. It is the runtime's own: what it makes of an answer,
 * of a stream and of an error is what it makes of Cloudflare's.
 */

/** `real`: the binding that the configuration gives; `server`: without a trailing slash. */
export function bindingTo(server: string, real: Ai): Ai {
  const fetcher = {
    fetch: (url: string, init?: RequestInit) => fetch(server + new URL(url).pathname, init),
  };
  const made: unknown = Reflect.construct(real.constructor, [fetcher]);
  if (!isBinding(made)) throw new Error('the binding of Workers AI is made differently now');
  return made;
}

function isBinding(made: unknown): made is Ai {
  return typeof made === 'object' && made !== null && 'run' in made && 'aiGatewayLogId' in made;
}
