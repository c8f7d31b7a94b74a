import { transport } from 'graph-schema/domain/claim';
import type { EquipmentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { stationOf, timeOf } from '../../claims/rail-tables/rail-row.ts';
import type { NoteNode } from '../../claims/rail-notes/note-node.ts';
import { noteScope } from '../../claims/rail-notes/note-scope.ts';
import { refuse } from '../../claims/tables/row-scope.ts';
import { wagonsOf } from './read-cargo.ts';

type Reload = Pick<TrackingEvent, 'time' | 'place' | 'transport' | 'rawCode'>;

/** At the change of gauge the boxes stay and the wagons change; with one new wagon it is known which carries them. */
export function reloadsOf(
  node: NoteNode,
  boxes: readonly EquipmentRef[],
  where: Where,
  context: ClaimContext,
): readonly Reload[] {
  return node.nodes('reloads').flatMap((reload, index): Reload[] => {
    const here = { at: `${where.at}/reload[${index + 1}]`, span: where.span };
    const at = noteScope(reload, here, context);
    const place = stationOf(at, 'code', 'station', 'name');
    const time = timeOf(at, 'date', place?.place ?? null);
    if (!time) {
      if (!at.cell('date')) refuse(at, 'MISSING_FIELD', 'date', null);
      return [];
    }
    const wagons = wagonsOf(reload, here, context);
    const [wagon] = wagons;
    const carrier = wagons.length === 1 || boxes.length <= 1 ? (wagon?.reference ?? null) : null;
    return [
      {
        time,
        place: place?.ref ?? null,
        transport: transport({ mode: 'RAIL', wagon: carrier }),
        rawCode: 'reload',
      },
    ];
  });
}
