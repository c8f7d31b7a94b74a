import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SsimRecord } from '../../syntax/ssim.ts';

/** Where each field of a record stands, as `from-to`, both counted from 1. */
const COLUMNS = new Map(
  loadCodeList('ssim/columns').rows.map(({ code, canonical }) => {
    const [from = 0, to = 0] = (canonical ?? '').split('-').map(Number);
    return [code, { from, to }] as const;
  }),
);

/** A field of a record by its name in the list; empty where it is blank. */
export function fieldOf({ kind, columns }: SsimRecord, name: string): string {
  const place = COLUMNS.get(`${kind}.${name}`);
  return place ? columns(place.from, place.to) : '';
}
