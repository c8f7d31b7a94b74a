import type { ClaimContext, Where } from '../claim-context.ts';
import type { RowScope } from '../tables/row-scope.ts';
import type { NoteNode } from './note-node.ts';

/** A part of a note as a row of fields, so that stations, boxes, trains and times are read as those of tables are. */
export function noteScope(node: NoteNode, where: Where, context: ClaimContext): RowScope {
  return {
    ...context,
    row: { cells: [], at: where.at, line: 0, span: where.span },
    cell: node.text,
    label: (field) => field,
  };
}
