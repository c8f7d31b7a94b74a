import type { Logger } from 'pino';
import type { BerthLine } from 'graph-schema/domain/calls/berth-lines';
import { withBerths, type PreparedZones } from 'graph-schema/domain/calls/calls-of';
import { getCallZones } from 'graph-schema/reference/call-zones';
import { derivePortCalls, type LastTold, type PortCallsParts } from './port-calls.ts';

const EVERY_MS = 15_000;
/** Steps of one turn, so that a crowd of ships leaves room for what is received. */
const STEPS = 10;

/** Looks from time to time for tracks that grew. Never throws: what a turn could not do the next one does. */
export function watchPositions(
  given: Pick<PortCallsParts, 'graph' | 'intake' | 'places'>,
  berths: () => readonly BerthLine[],
  log: Logger,
): { close(): Promise<void> } {
  const lastTold = new Map<string, LastTold>();
  let turn: Promise<void> | null = null;
  let isClosed = false;
  let [zones, lines]: [PreparedZones | null, readonly BerthLine[]] = [null, []];
  const look = async (): Promise<void> => {
    const edited = berths();
    if (zones === null || edited !== lines) zones = withBerths(getCallZones(), edited);
    lines = edited;
    const parts = { ...given, zones, lastTold };
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
