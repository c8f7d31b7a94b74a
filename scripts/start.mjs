// The whole system with one command: npm start [-- OPTIONS]. Nothing is installed yet: no dependencies from here on.
import { requireNode } from './launch/node-version.mjs';

requireNode();
await import('./launch/start-command.mjs');
