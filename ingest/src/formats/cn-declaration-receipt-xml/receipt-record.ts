import type { Span } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';

const FIELDS = loadCodeList('cn-declaration-receipt-xml/fields');

/** One receipt as a sender wrote it, in XML or JSON. */
export interface ReceiptRecord {
  /** Field (as the list `fields` names them) → text, the first that is not empty. */
  readonly fields: ReadonlyMap<string, string>;
  readonly containers: readonly string[];
  readonly at: string;
  readonly span: Span;
}

/** The field that a name means, or null: `ENTRY_ID`, `entryId` and `EntryId` are one. */
export function fieldOf(name: string): string | null {
  return FIELDS.find(name.replaceAll(/[_-]/g, '').toUpperCase())?.canonical ?? null;
}

/** A receipt holds a status and a number of what it is about. */
export function isReceipt(fields: ReadonlySet<string> | ReadonlyMap<string, string>): boolean {
  const has = (...names: readonly string[]): boolean => names.some((name) => fields.has(name));
  return (
    has('channel', 'returnStatus', 'status') &&
    has('entryId', 'preEntryId', 'unifiedNo', 'transitId', 'gatePassId')
  );
}

/** Container numbers in one text, however they are parted. */
export function splitNumbers(text: string): string[] {
  return text.split(/[\s,;，；、/|]+/).filter((part) => part !== '');
}
