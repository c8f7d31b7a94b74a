import { interpretJson } from '../../claims/json/interpret-json.ts';
import { asObject, numberOf, textOf } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';
import type { MessageFormat } from '../message-format.ts';

/**
 * What a receiver says of a file or message that it had to leave: its sender is not there to be answered, so it is shown where all
 * messages of the source are, with the reason.
 *
 *     { "notTaken": { "reason": "TOO_LARGE", "name", "bytes", "bytesMax", "state" } }
 */
export const notTaken1: MessageFormat<'not-taken-1'> = {
  id: 'not-taken-1',
  name: { en: 'Notice of a file that was not taken', zh: '未接收文件通知' },
  mediaTypes: ['application/json'],
  detect: (head) => /^\{\s*"notTaken"\s*:/.test(head),
  read: (bytes, context) =>
    interpretJson(bytes, context, { maxDepth: 8, lists: [] }, ({ findings }) => (record, { at, span }) => {
      const told = asObject(record['notTaken']);
      const name = textOf(told, 'name') ?? at;
      const size = `${numberOf(told, 'bytes') ?? '?'} > ${numberOf(told, 'bytesMax') ?? '?'} bytes`;
      findings.add('TOO_LARGE', 'ERROR', name, size, span);
      return NOTHING;
    }),
};
