import type { BerthLine } from 'graph-schema/domain/calls/berth-lines';
import { berthPlaces, parseBerths } from 'graph-schema/reference/berths';
import { getCallZones } from 'graph-schema/reference/call-zones';
import { openEditedText } from './edited-file.ts';

/** The berths of an operator's ports: `berths.tsv` in the data folder, as it stands now; none without one. */
export function openBerths(file: string, onError: (error: unknown) => void): () => readonly BerthLine[] {
  return openEditedText<readonly BerthLine[]>(
    file,
    (text) => parseBerths(text, berthPlaces(getCallZones().ships.portOf)),
    [],
    onError,
  );
}
