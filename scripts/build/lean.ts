/**
 * What packages bring along and a Worker of ours never uses, left out of its bundle. Each is a re-export
 * that bundlers cannot see through; docs/decisions/0010-models.md says how much it weighs.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** `ai` resolves models that are named by a string through a hosted gateway. Ours are objects. */
const GATEWAY = `
  export class GatewayError extends Error {
    static isInstance() { return false; }
  }
  export class GatewayAuthenticationError extends GatewayError {}
  export function createGateway() { throw new Error('Models are objects here, never names.'); }
  export const gateway = createGateway;
`;

/** mimetext carries polyfills for engines that cannot trim a string or define a property. */
const NATIVE = {
  trim: 'export default (text) => text.trim;',
  defineProperty: `export default (object, key, value) => {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    return object;
  };`,
};

/** All of zod in one object, of which no part can be left out; and the same by its parts. */
const WHOLE_ZOD = 'import { z } from "zod/v4"';
const ZOD_BY_PARTS = 'import * as z from "zod/v4"';

/** Leaves out the hosted gateway of `ai`, the translations of zod's messages, which nobody reads, and polyfills. */
export const lean: Plugin = {
  name: 'lean',
  setup(build) {
    build.onResolve({ filter: /^@ai-sdk\/gateway$/ }, () => ({
      path: 'gateway',
      namespace: 'lean',
    }));
    build.onResolve({ filter: /\/locales\/index\.(?:js|mjs|cjs)$/ }, ({ importer }) =>
      /[\\/]zod[\\/]/.test(importer) ? { path: 'locales', namespace: 'lean' } : undefined,
    );
    build.onLoad(
      { filter: /@ai-sdk[\\/]openai-compatible[\\/]dist[\\/]index\.js$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (text.includes(WHOLE_ZOD)) return { contents: text.replace(WHOLE_ZOD, ZOD_BY_PARTS) };
        return {
          errors: [{ text: `No “${WHOLE_ZOD}” in it any more: see scripts/build/lean.ts.` }],
        };
      },
    );
    build.onResolve(
      { filter: /^@babel\/runtime-corejs3\/.*\/(?:trim|defineProperty)$/ },
      ({ path }) => ({ path: path.slice(path.lastIndexOf('/') + 1), namespace: 'polyfill' }),
    );
    build.onLoad({ filter: /./, namespace: 'polyfill' }, ({ path }) => ({
      contents: path === 'trim' ? NATIVE.trim : NATIVE.defineProperty,
    }));
    build.onLoad({ filter: /^gateway$/, namespace: 'lean' }, () => ({ contents: GATEWAY }));
    build.onLoad({ filter: /^locales$/, namespace: 'lean' }, () => ({ contents: 'export {};' }));
  },
};
