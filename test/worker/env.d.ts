declare module '*.sql?raw' {
  const text: string;
  export default text;
}

declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import('./worker.ts');
  }
  interface Env extends BatonEnv {
    MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
}

type BatonEnv = import('../../src/env.ts').Env;
