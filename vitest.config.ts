import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** However busy the machine is: nothing but a test that hangs takes as long. */
const TEST_TIMEOUT_MS = 60_000;

export default defineConfig({
  test: {
    // What a server writes to its log matters where a test fails.
    silent: 'passed-only',
    // Two files at a time, on two cores too: most tests wait for something.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: TEST_TIMEOUT_MS,
        },
      },
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
          testTimeout: TEST_TIMEOUT_MS,
          // They wait for each other’s processes, and some for time to pass.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
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
          isolate: false,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['./test/browser/first-start.ts'],
          testTimeout: TEST_TIMEOUT_MS,
          hookTimeout: 120_000,
          // However busy the machine is: what is waited for comes, or does not.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
