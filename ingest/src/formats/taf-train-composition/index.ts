import { tafFormat } from '../../claims/taf/taf-family.ts';
import { readComposition } from './read-composition.ts';

/**
 * TAF TSI train composition (message type 3003): which wagons, and boxes on them, a train will have, in their order.
 *
 *   <TrainCompositionMessage> MessageHeader MessageStatus TransportOperationalIdentifiers*
 *     OperationalTrainNumberIdentifier …
 *     TrainCompositionJourneySection+{JourneySection{JourneySectionOrigin JourneySectionDestination …}
 *       LocoIdent* WagonData*{WagonNumberFreight WagonTrainPosition WagonOperationalData WagonTechData}} </…>
 */
export const tafTrainComposition = tafFormat({
  id: 'taf-train-composition',
  name: { en: 'TAF TSI train composition', zh: '欧铁 TAF TSI 列车编组' },
  types: ['TrainComposition'],
  reader: readComposition,
});
