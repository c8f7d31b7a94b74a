import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { OnePlaysFirst } from './api/test/testing/one-plays-first.ts';

const shared = {
  resolve: {
    conditions: ['development'],
    // Two copies of graphql 16 (CJS and ESM) make "another module or realm" errors.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['development', 'node'] } },
};

const COUNTS_WORK = ['ingest/src/formats/linear-work.test.ts', 'ingest/src/**/*.work.test.ts'];
const NO_TESTS = ['**/node_modules/**', '**/dist/**', '**/.next/**'];

/** `npm test` starts several; from a shell the tests run on the one that its environment names. */
const STORES = (JSON.parse(process.env['STORES_OF_WORKERS'] ?? '[0]') as unknown[]).length;

export default defineConfig({
  test: {
    sequence: { sequencer: OnePlaysFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{graph-schema,ingest,api,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...NO_TESTS, '**/*.int.test.ts', ...COUNTS_WORK, 'web/tours/**'],
          // Every file loads much the same modules: they are loaded once for each worker, which halves the time.
          isolate: false,
          maxWorkers: availableParallelism(),
          // It ends what hangs; how fast anything is, benchmarks say, and a busy machine must not turn a test red.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'work',
          // Counts how often blocks of our code run: nothing of it may be loaded before.
          include: COUNTS_WORK,
          exclude: NO_TESTS,
          maxWorkers: availableParallelism(),
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['{graph-schema,ingest,api}/**/*.int.test.ts'],
          exclude: NO_TESTS,
          globalSetup: ['api/test/testing/kept-world.setup.ts'],
          // Whoever has a Neo4j and a Redis empties them: files take turns, in as many lanes as there are stores.
          setupFiles: ['api/test/testing/stores-of-worker.setup.ts'],
          fileParallelism: STORES > 1,
          maxWorkers: STORES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
