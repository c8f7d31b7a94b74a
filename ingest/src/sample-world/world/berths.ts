import { ningboTerminal3, rotterdamTerminal, singaporeTerminal, yangshanTerminal, type Terminal } from './places.ts'; // prettier-ignore

/** Where the ships of the journeys make fast at the end of their lanes. */
const quays: readonly Terminal[] = [ningboTerminal3, yangshanTerminal, singaporeTerminal, rotterdamTerminal];
const BERTHS = 3;
const METRES = 350;
const METRES_PER_DEGREE = 111_195;

/**
 * Berths of the sample world as an operator's file has them (`berths.tsv`): at each terminal a quay from west to east, in the middle of which
 * ships lie. As invented as its ships: real quays are elsewhere.
 */
export function sampleBerths(): string {
  const rows = quays.flatMap(({ unLocode, code, latitude, longitude }) => {
    const wide = METRES / METRES_PER_DEGREE / Math.cos((latitude * Math.PI) / 180);
    const end = (index: number) => (longitude + (index - BERTHS / 2) * wide).toFixed(5);
    return Array.from({ length: BERTHS }, (_, index) =>
      [unLocode, code, index + 1, end(index), latitude, end(index + 1), latitude, 'sample world, invented'].join('\t'),
    );
  }); // prettier-ignore
  return `${[
    '# Sample berths of the sample world, invented. Replace the whole file by your own; it is not written again while there is one.',
    'port\tterminal\tberth\tlongitude\tlatitude\totherLongitude\totherLatitude\tsource',
    ...rows,
  ].join('\n')}\n`;
}
