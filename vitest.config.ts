import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What a server writes to its log matters where a test fails.
    silent: 'passed-only',
    // Two files at a time, on two cores too: most tests wait for something.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      {
        // Inside the real runtime: real Durable Objects, real sockets, real D1.
        plugins: [
          cloudflareTest(async () => ({
            main: './test/worker/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            // The real binding of Workers AI without an account: tests put a model server behind it.
            remoteBindings: false,
            miniflare: {
              bindings: {
                BATON_ENV: 'development',
                OWNER_EMAIL: 'founder@acme.example',
                MODEL_PROVIDER: 'embedded',
                BATON_SECRET: 'a-secret-for-tests-of-48-characters-000000000000',
                MIGRATIONS: await readD1Migrations('./migrations'),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: ['./test/models/global-setup.ts', './test/receiver/global-setup.ts'],
          setupFiles: ['./test/worker/setup.ts'],
          // Its modules name no extensions; Workers' own bundler minds as little as Vite's.
          deps: { optimizer: { ssr: { enabled: true, include: ['itty-durable'] } } },
        },
      },
      {
        // Real servers and real browsers.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['./test/browser/first-start.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
