import { interpretNamed } from '../../claims/cn-ports/interpret-named.ts';
import { loadNamedFields, namesAll } from '../../claims/cn-ports/named-fields.ts';
import type { MessageFormat } from '../message-format.ts';
import { readResult } from './read-result.ts';

const FIELDS = loadNamedFields('cn-quarantine-json/fields');

/**
 * Results of inspection and quarantine 检验检疫, as JSON or XML of any platform:
 *
 *   { ciqNo | ledgerNo, entryId, blNo, containers, result: "1 口岸查验" | "2 目的地查验" | "合格", time }
 *
 * Names are data (lists `cn-ports/fields` and `cn-quarantine-json/fields`). A record is one result.
 */
export const cnQuarantineJson = {
  id: 'cn-quarantine-json',
  name: { en: 'China inspection and quarantine result', zh: '检验检疫结果' },
  mediaTypes: ['application/json', 'application/xml'],
  detect: (head) =>
    namesAll(head, FIELDS, ['result', 'time']) &&
    (namesAll(head, FIELDS, ['application']) || namesAll(head, FIELDS, ['ledger'])),
  read: (bytes, context) => interpretNamed(bytes, context, FIELDS, ['application', 'ledger'], readResult),
} as const satisfies MessageFormat;
