import { tafFormat } from '../../claims/taf/taf-family.ts';
import { readWagonMessage } from './read-wagon-message.ts';

/**
 * TAF TSI messages about one wagon (5002 to 5016): what happened to it, is planned or expected, at one point.
 *
 *   <Wagon…Message> MessageHeader
 *     (WagonInformation{WagonNumberFreight LoadingStatus GoodsInWagon*{NHM_Code GrossWeight ContainerNumber}} | WagonNumberFreight)
 *     <point>{(Location | Destination) <time of the point>} … [OperationalTrainNumber] [TrainID] </…>
 *
 * The name of the point says what is told (code lists `taf/wagon-points` and `taf/wagon-point-classifiers`).
 */
export const tafWagonNotice = tafFormat({
  id: 'taf-wagon-notice',
  name: { en: 'TAF TSI wagon messages', zh: '欧铁 TAF TSI 车辆报文' },
  types: [
    'WagonArrivalNotice',
    'WagonDeliveryNotice',
    'WagonDepartureNotice',
    'WagonDeviation',
    'WagonETI_ETA',
    'WagonException',
    'WagonExceptionReason',
    'WagonInterchangeNotice',
    'WagonInterchangeSubNotice',
    'WagonPerformance',
    'WagonReceivedAtInterchange',
    'WagonRefusedAtInterchange',
    'WagonReleaseNotice',
    'WagonStatus',
    'WagonYardArrival',
    'WagonYardDeparture',
  ],
  reader: readWagonMessage,
});
