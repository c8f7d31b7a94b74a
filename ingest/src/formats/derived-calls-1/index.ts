import { interpretJson } from '../../claims/json/interpret-json.ts';
import type { MessageFormat } from '../message-format.ts';
import { readCall } from './read-call.ts';

const RECORDS = { maxDepth: 4, lists: [] } as const;

/** What the service itself derives from positions (`port-calls/`): calls of one means of transport on one day. See README. */
export const derivedCalls1 = {
  id: 'derived-calls-1',
  name: { en: 'Calls derived from positions', zh: '由位置推算的靠离与通过' },
  mediaTypes: ['application/json'],
  detect: (head) => /^\[?\s*\{\s*"derived"\s*:\s*"calls-1"/.test(head),
  read: (bytes, context) => interpretJson(bytes, context, RECORDS, readCall),
} as const satisfies MessageFormat;
