import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { readLocation } from '../../claims/cn-customs/location.ts';
import type { ManifestHead } from '../../claims/cn-customs/manifest-head.ts';
import type { MessageAction } from '../../claims/message-action.ts';
import { findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** What every bill of one manifest message shares. */
export interface ManifestScope {
  readonly head: ManifestHead;
  /** `MT1101`. */
  readonly type: string;
  /** What the function does to earlier messages about the same bill. */
  readonly action: MessageAction;
  /** What the declaration says for all its consignments, by the name of the element. */
  readonly shared: ReadonlyMap<string, XmlElement>;
  readonly conveyance: TransportRef | null;
  /** How the sender writes the ship when it has no IMO number. */
  readonly conveyanceId: string;
  /** Four digits of the customs office that the message goes to, or null. */
  readonly office: string | null;
  readonly sent: EventTime;
}

/** The text at the end of a path that starts at the declaration; null when it is missing or empty. */
export function findShared(
  { shared }: ManifestScope,
  name: string,
  ...path: readonly string[]
): string | null {
  return findText(shared.get(name) ?? null, ...path);
}

/** Where the bill is loaded and unloaded: said with the consignment, else for the whole message. */
export function routeOf(
  record: XmlElement,
  scope: ManifestScope,
  at: CustomsScope,
): { loading: ResolvedPlace | null; unloading: ResolvedPlace | null } {
  const read = (name: string): ResolvedPlace | null => {
    const written = findText(record, name, 'ID') ?? findShared(scope, name, 'ID');
    return written ? readLocation(written, scope.head.mode, at) : null;
  };
  return { loading: read('LoadingLocation'), unloading: read('UnloadingLocation') };
}
