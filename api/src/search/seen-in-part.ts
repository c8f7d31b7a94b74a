import type { FieldGroup } from 'graph-schema/domain/access/access-rules';
import type { Asker } from 'graph-schema/domain/access/asker';

/** What the orders of lists follow from (`listOrderOf`). */
const ORDERED_BY: readonly FieldGroup[] = [
  'MILESTONES',
  'ETA',
  'POSITIONS',
  'PAPERS',
  'GOODS',
  'MONEY',
  'EXCEPTIONS',
];

/** Shipments of which somebody may see less than what they are listed by: all of them, or those by id, which were given to him by name. */
export function seenInPart({ groups, granted }: Asker): 'ALL' | readonly string[] {
  if (groups && !hasAll(groups)) return 'ALL';
  return [...new Set(granted.flatMap((one) => (hasAll(one.groups) ? [] : [one.shipment])))];
}

function hasAll(groups: readonly FieldGroup[]): boolean {
  return ORDERED_BY.every((group) => groups.includes(group));
}
