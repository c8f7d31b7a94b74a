import { findOceanCarrier } from 'graph-schema/codes/ocean-carriers';
import type { ClaimContext } from '../claim-context.ts';
import { scacOfBill } from '../ports/bill-carrier.ts';

/** For bills in a set that is not of the sea: the ocean carriers among those that it names. Others have none. */
export function withOceanCarriers<Context extends ClaimContext>(
  scacs: readonly (string | null)[],
  context: Context,
): Context {
  const carriers = scacs.flatMap((scac) => (scac && findOceanCarrier(scac)?.scac) ?? []);
  return { ...context, carriers: { carriers, operators: [], ship: null, isShipList: false } };
}

/** Whether the number looks like a bill of the one ocean carrier that is named. */
export function isOfNamedCarrier(number: string, { source, carriers }: ClaimContext): boolean {
  const named = { source: { ...source, scac: null }, ...(carriers && { carriers }) };
  return scacOfBill(number, named) !== null;
}
