import type { ParkedVariables, ParkReason } from './parked.graphql.ts';

export type Address = Readonly<Record<string, string | undefined>>;

export const REASONS = [
  'CONTRADICTED',
  'NO_BOUNDARY',
  'BETWEEN_CYCLES',
  'NO_CYCLE',
] as const satisfies readonly ParkReason[];

/** What an address asks of the API; whatever it says that no filter knows is left out. */
export function questionOf({ reason, source, after }: Address): ParkedVariables {
  return {
    reason: REASONS.find((one) => one === reason) ?? null,
    source: source?.trim() || null,
    after: after ?? null,
  };
} // prettier-ignore
