import { tafFormat } from '../../claims/taf/taf-family.ts';
import { readChangeOfTrack } from './read-change-of-track.ts';

/**
 * TAF TSI change of track (message type 4504): a train will use another track of a station than the booked one.
 *
 *   <ChangeofTrackMessage> MessageHeader MessageStatus … [LocationPlannedTrack] LocationActualTrack
 *     [BookedLocationDateTime] [TrainLocationStatus] [InterruptionReason] </…>
 */
export const tafChangeOfTrack = tafFormat({
  id: 'taf-change-of-track',
  name: { en: 'TAF TSI change of track', zh: '欧铁 TAF TSI 股道变更' },
  types: ['ChangeOfTrack'],
  reader: readChangeOfTrack,
});
