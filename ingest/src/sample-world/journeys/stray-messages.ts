import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { desks, terminal, truck } from '../voices/terminals.ts';
import { containerNumber } from '../world/numbers.ts';
import { singaporeTerminal } from '../world/places.ts';
import { stations } from '../world/stations.ts';
import { stationPassCsv } from '../writers/rail-csv.ts';
import type { Journey } from './journey.ts';

/** A number whose last digit was mistyped. */
function mistyped(number: string): string {
  return number.slice(0, -1) + String((Number(number.slice(-1)) + 1) % 10);
}

/** What arrives at every receiver and belongs to no journey: a mistyped box, an unknown place, a station nobody knows. */
export function strayMessages({ fromAnchor }: Calendar): Journey {
  const stray = {
    number: mistyped(containerNumber('CBHU771020')),
    sizeType: '22G1',
    full: true,
    bill: 'COSU6418800162',
  };
  const other = {
    number: containerNumber('CBHU771033'),
    sizeType: '22G1',
    full: true,
    bill: 'COSU6418800175',
  };
  const nowhere = { ...desks.singapore, terminal: { ...singaporeTerminal, writtenAs: 'SGZZ9', code: 'XX1' } };
  const train = { number: 'X8333', starts: fromAnchor(-40), origin: stations.wujiashan };
  const unknownStation = { ...stations.wujiashan, name: '清水湾线路所' };

  // prettier-ignore
  const steps = [
    tell('ningbo-terminal', fromAnchor(-75), 'gate-in of a box whose check digit is wrong', terminal(desks.ningbo, 'EXPORT').gatedIn([stray], truck('浙B70118'))),
    tell('singapore-terminal', fromAnchor(-50), 'gate-out at a place that no table knows', terminal(nowhere, 'IMPORT').gatedOut([other], truck('XD4417K'))),
    tell('sample-railway-platform', fromAnchor(-26), 'a train at a station that no table knows', stationPassCsv(train, unknownStation, '通过')),
  ];
  return { letter: 'Z', title: 'Stray messages', steps, sailings: [], numbers: [] };
}
