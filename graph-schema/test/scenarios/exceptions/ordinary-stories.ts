import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import * as seaTransshipment from '../stories/sea-transshipment.ts';
import * as gaugeChange from '../stories/gauge-change.ts';
import * as railAndSea from '../stories/rail-and-sea.ts';
import * as customsTransit from '../stories/customs-transit.ts';
import * as airSplitShipment from '../stories/air-split-shipment.ts';

/** Journeys on which all goes as it should, but for a transit that is late and pieces that fly a day later. */
interface Ordinary {
  readonly anchor: IdentifierKey;
  readonly story: readonly FactClaim[];
}

export const ordinaryStories: Readonly<Record<string, Ordinary>> = {
  'by feeder and mother vessel': { anchor: seaTransshipment.bill, story: seaTransshipment.story },
  'by train over two gauges': { anchor: gaugeChange.note, story: gaugeChange.story },
  'by rail and sea': { anchor: railAndSea.bill, story: railAndSea.story },
  'under customs transit': { anchor: customsTransit.bill, story: customsTransit.story },
  'by air in two parts': { anchor: airSplitShipment.awb, story: airSplitShipment.story },
};
