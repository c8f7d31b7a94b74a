// Everything that can be said about the code without running it: npm run check [-- WORD…]
import { requireNode } from './launch/node-version.mjs';

requireNode();
const { createLog } = await import('./launch/log.mjs');
const { ensurePackages } = await import('./launch/npm-ci.mjs');
const { runChecks } = await import('./test/run-checks.mjs');

const log = createLog();
await ensurePackages({ log });
const { passed, failed } = await runChecks({ log, only: process.argv.slice(2) });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
