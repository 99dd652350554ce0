/**
 * What esbuild has bundled, made smaller once more. Visitors pay for these bytes on every page of a
 * shop: Terser, which takes its time, leaves some 3 % less of them.
 */
import { minify } from 'terser';
import type { Asset } from './bundles.ts';

/** As new as what esbuild was told to write. */
const ECMA = 2022;
const PASSES = 3;

/**
 * Squeezes the scripts among these files of the widget.
 *
 * @param kind the loader is a plain script, the rest are modules, whose top-level names are their own
 */
export function squeeze(assets: readonly Asset[], kind: 'script' | 'module'): Promise<Asset[]> {
  return Promise.all(
    assets.map(async ({ path, content }) => {
      const isModule = kind === 'module';
      const { code = '' } = await minify(Buffer.from(content).toString(), {
        module: isModule,
        compress: { ecma: ECMA, passes: PASSES, unsafe_arrows: true, hoist_funs: isModule },
        format: { ecma: ECMA },
      });
      return { path, content: withoutLineBreaks(code) };
    }),
  );
}

/** A style sheet in a string has its line breaks for whoever writes it. */
function withoutLineBreaks(code: string): string {
  return code.replaceAll(/([{};,])(?:\\n|\n)/g, '$1');
}
