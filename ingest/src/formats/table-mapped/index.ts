import { fittingMapping, mappedLayout } from '../../claims/tables/fit-mapping.ts';
import { readByLayout } from '../../claims/tables/read-table.ts';
import { tableFormat, type TableReader } from '../../claims/tables/table-family.ts';
import { UnitTally } from '../../syntax/units.ts';

/** By the mapping of the source that fits; without one nothing of the table is taken, and that is said once. */
const readMapped: TableReader = (table, context) => {
  const mapping = fittingMapping(context.source.tables, table.header, table.sheet);
  if (mapping) return readByLayout(table, mappedLayout(mapping, table.header), context);
  const { headerRow, header, rows } = table;
  const names = header.filter((name) => name !== '').join(' | ');
  context.findings.add(
    'UNSUPPORTED',
    'ERROR',
    headerRow?.at ?? 'file',
    `no column mapping of the source fits: ${names}`,
    headerRow?.span ?? null,
  );
  const tally = new UnitTally();
  tally.withIssuesOnly(rows.length);
  return { messages: [], positions: [], counts: tally.counts };
};

/**
 * Tables of any layout, CSV and XLSX, through a column mapping that is saved with the source (`SourceProfile.tables`).
 *
 *   CSV    [title lines] header *(row)         , ; TAB or |
 *   XLSX   workbook of sheets, each such a table; a sheet that a rail format knows is read by that
 */
export const tableMapped = tableFormat({
  id: 'table-mapped',
  name: { en: 'Table through a saved column mapping', zh: '按已存列映射读取的表格' },
  kind: 'other',
  reader: readMapped,
});
