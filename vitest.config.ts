import { defineConfig } from 'vitest/config';

const shared = {
  resolve: {
    conditions: ['development'],
    // Two copies of graphql 16 (CJS and ESM) make "another module or realm" errors.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['development', 'node'] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{graph-schema,ingest,api,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', '**/*.int.test.ts', 'web/tours/**'],
          // It ends what hangs; how fast anything is, benchmarks say, and a busy machine must not turn a test red.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['{graph-schema,ingest,api}/**/*.int.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // One Neo4j and one Redis for the run: files take turns.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
