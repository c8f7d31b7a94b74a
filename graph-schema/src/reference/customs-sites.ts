import { markOf, readTable, textOrNull } from './table-file.ts';
import type { Mark } from './table-file.ts';

/** A customs supervision site 监管作业场所: UN/LOCODE + six digits, of which the first four are the office. */
export interface CustomsSite {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly office: string;
  readonly unLocode: string;
  readonly source: string;
  readonly mark: Mark;
}

export function readCustomsSites(directory: string): CustomsSite[] {
  const columns = ['code', 'name', 'nameZh', 'office', 'unLocode', 'source', 'mark'];
  return readTable(directory, 'customs-sites', columns).map(
    ([code = '', name = '', nameZh, office = '', unLocode = '', source = '', mark]) => ({
      code,
      name,
      nameZh: textOrNull(nameZh),
      office,
      unLocode,
      source,
      mark: markOf(mark),
    }),
  );
}
