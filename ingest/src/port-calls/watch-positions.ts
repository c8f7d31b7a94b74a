import type { Logger } from 'pino';
import { getCallZones } from 'graph-schema/reference/call-zones';
import { derivePortCalls, type LastTold, type PortCallsParts } from './port-calls.ts';

const EVERY_MS = 15_000;
/** Steps of one turn, so that a crowd of ships leaves room for what is received. */
const STEPS = 10;

/** Looks from time to time for tracks that grew. Never throws: what a turn could not do the next one does. */
export function watchPositions(
  given: Pick<PortCallsParts, 'graph' | 'intake' | 'places'>,
  log: Logger,
): { close(): Promise<void> } {
  const lastTold = new Map<string, LastTold>();
  let turn: Promise<void> | null = null;
  let isClosed = false;
  const look = async (): Promise<void> => {
    const parts = { ...given, zones: getCallZones(), lastTold };
    for (let step = 0; step < STEPS && !isClosed; step += 1) {
      const { tracks, told } = await derivePortCalls(parts);
      if (told > 0) log.debug({ tracks, told }, 'calls derived from positions');
      if (tracks === 0) return;
    }
  };
  const timer = setInterval(() => {
    turn ??= look()
      .catch((error: unknown) => log.debug({ err: error }, 'calls not derived'))
      .finally(() => (turn = null));
  }, EVERY_MS);
  return {
    async close() {
      isClosed = true;
      clearInterval(timer);
      await turn;
    },
  };
}
