import { berthNamed } from 'graph-schema/codes/berth';
import type { EventCode } from 'graph-schema/domain/event-code';
import { textOf, type JsonObject } from '../../syntax/json-fields.ts';

/** DCSA has no field for a berth: where an event is at one, its location may be named so (`Berth 4`). */
export function berthOfLocation(location: JsonObject | null): string | null {
  const name = textOf(location, 'locationName');
  return name === null ? null : berthNamed(name);
}

export function isAtBerth(code: EventCode): boolean {
  return code === 'BERTHED' || code === 'UNBERTHED';
}
