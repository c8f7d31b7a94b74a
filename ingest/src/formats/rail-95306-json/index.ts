import { interpretJson } from '../../claims/json/interpret-json.ts';
import type { MessageFormat } from '../message-format.ts';
import { FIELDS, readNote } from './read-note.ts';

/**
 * Consignment notes as 95306 answers, and as platforms pass them on: a record per note, polled every few minutes.
 *
 *   { "code": …, "data": { "list": [ { "ydid", "ydh", "hph", "xh", "ch", "cc", "fz", "dz", "slsj", "zcsj", "zpsj", "fcsj",
 *     "ddsj", "xcsj", "jfsj", "qrshsj", "zt", "sj", "trace": [ { "zm", "sj", "zt" } ] } ] } }
 *
 * Names are data (lists `rail-95306-json/fields` and `rail-95306-json/stage-times`). See README.
 */
export const rail95306Json: MessageFormat<'rail-95306-json'> = {
  id: 'rail-95306-json',
  name: { en: 'China Railway 95306 consignment notes (JSON)', zh: '铁路 95306 运单（JSON）' },
  mediaTypes: ['application/json'],
  detect: (head) => {
    if (!/^[{[]/.test(head)) return false;
    const named = FIELDS.namedIn(head);
    const hasRoute = (named.has('from') || named.has('fromCode')) && (named.has('to') || named.has('toCode'));
    return (
      named.has('noteId') ||
      (named.has('ticket') && named.has('note')) ||
      (named.has('note') && hasRoute && named.has('wagon'))
    );
  },
  read: (bytes, context) =>
    interpretJson(bytes, context, OPTIONS, (scope) => (record, where) => readNote(record, where, scope)),
};

const OPTIONS = {
  maxDepth: 24,
  lists: [
    ['data', 'list'], ['data', 'records'], ['data', 'rows'], ['data', 'data'], ['data'], ['list'], ['rows'], ['records'],
    ['result', 'list'], ['result'], ['body', 'list'], ['body'],
  ],
} as const; // prettier-ignore
