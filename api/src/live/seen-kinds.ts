/** Ships and aircraft say to all where they are; where trains, trucks and boxes are is a matter of their cargo. */
export const BROADCAST_KINDS = ['MMSI:', 'AIRCRAFT:'] as const;

/** `VESSEL:` and `CALLSIGN:` name what is told under its own key, too. */
export const ALL_KINDS = [...BROADCAST_KINDS, 'TRAIN_RUN:', 'TRUCK:', 'CONTAINER:'] as const;

export function isOfKind(key: string, kinds: readonly string[]): boolean {
  return kinds.some((kind) => key.startsWith(kind));
}
