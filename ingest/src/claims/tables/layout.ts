import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { TableRow } from '../../syntax/table-row.ts';
import type { RowScope } from './row-scope.ts';
import type { TableContext } from './table-family.ts';

/** A column that holds the time of one kind of event. */
export interface EventColumn {
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly column: number;
  /** Field that says where; null: nothing does. */
  readonly place: string | null;
}

/** Which column of one table is what. */
export interface TableLayout {
  readonly header: readonly string[];
  readonly fields: ReadonlyMap<string, number>;
  readonly events: readonly EventColumn[];
  /** Field → value of all rows that have none of their own. */
  readonly constants: Readonly<Record<string, string>>;
  /** What is written in the event column → event code. */
  readonly codes: Readonly<Record<string, string>>;
  readonly dateFormats: readonly string[];
}

/** Written where nothing is to say. */
const NOTHING = /^(?:[-–—_/\\.]+|n\/?a|null|nil|none|tb[acd]|unknown|无|暂无|待定|未知|空|нет|н\/д)$/i;

/** Of several rows together, such a field says nothing about one of them. */
const AMOUNTS: ReadonlySet<string> = new Set(['pieces', 'grossKg']);

export function rowScope(row: TableRow, layout: TableLayout, context: TableContext): RowScope {
  const { fields, constants, header } = layout;
  const label = (field: string): string => {
    const column = fields.get(field);
    return (column === undefined ? null : header[column]) || field;
  };
  const cell = (field: string): string | null => {
    const column = fields.get(field);
    const isSum = column !== undefined && AMOUNTS.has(field) && row.shared?.has(column) === true;
    const own = column === undefined || isSum ? null : textOf(row.cells[column]);
    return own ?? (Object.hasOwn(constants, field) ? (constants[field] ?? null) : null);
  };
  return { ...context, row, cell, label };
}

/** What a cell says; null where it says that there is nothing to say. */
export function textOf(cell: string | undefined): string | null {
  return cell === undefined || cell === '' || NOTHING.test(cell) ? null : cell;
}
