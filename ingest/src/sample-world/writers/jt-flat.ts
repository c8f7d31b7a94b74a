import { gbkBytes } from './gbk.ts';
import type { MessageFunction } from './reports.ts';
import type { Written } from './written.ts';

/** One record: `NN` and its fields; trailing empty fields are left out, as senders do. */
export type JtRecord = readonly [type: string, ...fields: string[]];

/** Function of a JT message: 9 original, 4 change, 3 delete. */
export const jtFunction = { ORIGINAL: '9', REPLACE: '4', CANCEL: '3' } as const satisfies Record<
  MessageFunction,
  string
>;

/** A Ministry of Transport flat file: records end with `'` and a line feed; 99 counts all records with 00 and 99. */
export function jtFile(records: readonly JtRecord[]): Written {
  const all: JtRecord[] = [...records, ['99', String(records.length + 1)]];
  const content = all.map((fields) => `${fields.join(':').replace(/:+$/, '')}'\n`).join('');
  return { contentType: 'text/plain; charset=gbk', bytes: gbkBytes(content) };
}
