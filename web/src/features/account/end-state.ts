/** Whether a key or link opens something. Times of the wall clock. */
export type EndState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

interface Ending {
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export function endStateOf({ expiresAt, revokedAt }: Ending, now: number): EndState {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'EXPIRED' : 'ACTIVE';
}
