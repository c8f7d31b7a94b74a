import { findOceanCarrier } from 'graph-schema/codes/ocean-carriers';
import { compactNumber } from 'graph-schema/codes/parsed';
import type { ClaimContext } from '../claim-context.ts';

/** Whom a message names around a bill, by SCAC. */
export interface NamedCarriers {
  /** Those that it calls the carrier; null is one whose code or name does not say which. */
  readonly carriers: readonly (string | null)[];
  /** Whose boxes they are: mostly the carrier's, but a box may be leased or another line's. */
  readonly operators: readonly string[];
  /** Who runs the ship. */
  readonly ship: string | null;
  /** The message lists what is on a ship: bills of all who have space on it. */
  readonly isShipList: boolean;
}

/**
 * The SCAC that completes a bill written without one, so that it is the same bill as in its carrier's own messages. The
 * carrier that the message names counts before the one of the sender's profile, for numbers that look like its bills:
 * a forwarder's bill under the same qualifier does not. Null: left as written, and found in either form.
 */
export function scacOfBill(
  number: string,
  { source, carriers }: Pick<ClaimContext, 'source' | 'carriers'>,
): string | null {
  const named = carriers && namedCarrier(carriers);
  if (named === undefined) return source.scac;
  const carrier = named === null ? null : findOceanCarrier(named);
  const isOwn =
    named !== null &&
    (named === source.scac || (carrier !== null && carrier === findOceanCarrier(source.scac ?? '')));
  if (isOwn) return source.scac;
  return carrier?.body.test(compactNumber(number)) ? carrier.scac : null;
}

/** Undefined: the message does not say. Null: it names several, and nothing tells whose bill it is. */
function namedCarrier({ carriers, operators, ship, isShipList }: NamedCarriers): string | null | undefined {
  const isOf = (one: string): boolean => operators.every((operator) => operator === one);
  const [carrier, ...others] = new Set(carriers);
  if (others.length > 0) return null;
  if (carrier !== undefined) return carrier === null ? undefined : isOf(carrier) ? carrier : null;
  if (ship === null || !isOf(ship)) return undefined;
  return isShipList && operators.length === 0 ? undefined : ship;
}
