import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import type { NoteNode } from '../../claims/rail-notes/note-node.ts';
import { noteScope } from '../../claims/rail-notes/note-scope.ts';
import { boxOf } from '../../claims/tables/cells.ts';
import type { RowScope } from '../../claims/tables/row-scope.ts';

const APART = /[\s,，;；、|/]+/;

/** The boxes of a note: a list of their own, or numbers in one field, each once. */
export function boxesOf(node: NoteNode, at: RowScope): readonly EquipmentRef[] {
  const { row } = at;
  const where = { at: row.at, span: row.span };
  const listed = node.nodes('boxes').map((box) => noteScope(box, where, at));
  const numbers = node.texts('container').flatMap((text) => text.split(APART));
  const inFields = numbers.map((number): RowScope => {
    return { ...at, cell: (field) => (field === 'container' ? number : at.cell(field)) };
  });
  const boxes = [...listed, ...inFields].flatMap((one) => boxOf(one) ?? []);
  return [...new Map(boxes.map((box) => [box.reference, box])).values()];
}
