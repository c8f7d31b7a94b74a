import type { MessageFormat } from '../message-format.ts';
import { readFsu } from './parse.ts';

/** The message identification on a line of its own: first, or behind a telex header and its control characters. */
const PLAIN =
  /^[^!-~]*(?:Q[A-Z](?:[^!-~]+[A-Z0-9]{7}){1,40}[^!-~]+)?(?:\.[A-Z0-9]{7}[^\r\n]{0,80}[^!-~]+)?FS[UA](?:\/\d{1,2})?[ \t]*(?:[\r\n]|$)/;
/** Or in an EDIFACT envelope, whose message type begins with CIM. */
const WRAPPED = /^UN[AB][\s\S]*?UNH\+[^+']*\+CIMFS[UA][:']/;

export const cargoImpFsu: MessageFormat<'cargo-imp-fsu'> = {
  id: 'cargo-imp-fsu',
  name: { en: 'Air cargo status (Cargo-IMP FSU, FSA)', zh: '航空货物状态报文（Cargo-IMP FSU、FSA）' },
  mediaTypes: ['text/plain', 'application/x-cargo-imp'],
  detect: (head) => PLAIN.test(head) || WRAPPED.test(head),
  read: readFsu,
};
