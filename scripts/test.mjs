// Everything that proves the system: npm test [-- check|unit|integration|tours …]. Ends with `N passed, N failed`.
import { requireNode } from './launch/node-version.mjs';

requireNode();
await import('./test/test-command.mjs');
