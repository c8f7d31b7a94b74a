import { offsetIso, type Moment } from '../moment.ts';
import type { Station } from '../world/stations.ts';
import type { TrainRun } from './rail-csv.ts';
import type { Message } from './written.ts';
import { xmlDocument, type Element } from './xml.ts';

/** TrainLocationStatus: 01 arrival at destination, 02 departure at origin, 05 pass through. */
type LocationStatus = '01' | '02' | '05';

function location(station: Station): Element[] {
  const { primaryLocation } = station;
  return [
    ['CountryCodeISO', primaryLocation?.country ?? ''],
    ['LocationPrimaryCode', primaryLocation?.code ?? ''],
    ['PrimaryLocationName', station.name],
  ];
}

/** TAF TSI TrainRunningInformation (message 4005) for one reporting point. `booked` is the timetable's time. */
export function trainRunning(
  run: TrainRun,
  station: Station,
  status: LocationStatus,
  booked: Moment | null,
): Message {
  return ({ happened, sent, ref }) => {
    const startDate = offsetIso(run.starts, run.origin.zone).slice(0, 10);
    const delayMinutes = booked === null ? null : Math.round((happened - booked) / 60_000);
    const delay = delayMinutes === null ? '' : `${delayMinutes < 0 ? '-' : '+'}${String(Math.abs(delayMinutes)).padStart(4, '0')}`; // prettier-ignore
    const report: (Element | null)[] = [
      ['Location', location(station)],
      ['LocationDateTime', offsetIso(happened, station.zone)],
      ['TrainLocationStatus', status],
      booked === null ? null : ['BookedLocationDateTime', offsetIso(booked, station.zone)],
      booked === null ? null : ['TrainDelay', [['AgainstBooked', delay]]],
    ];
    return xmlDocument(
      [
        'TrainRunningInformationMessage',
        [
          ['MessageHeader', [
            ['MessageReference', [
              ['MessageType', '4005'],
              ['MessageTypeVersion', '5.3.0.0'],
              ['MessageIdentifier', ref],
              ['MessageDateTime', offsetIso(sent, station.zone)],
            ]],
            ['Sender', '9901'],
            ['Recipient', '9902'],
          ]],
          ['MessageStatus', '1'],
          ['TransportOperationalIdentifiers', [
            ['ObjectType', 'TR'],
            ['Company', '9901'],
            ['Core', run.number.padStart(12, '-')],
            ['Variant', '00'],
            ['TimetableYear', startDate.slice(0, 4)],
            ['StartDate', startDate],
          ]],
          ['OperationalTrainNumberIdentifier', [['OperationalTrainNumber', run.number]]],
          ['TrainLocationReport', report],
        ],
      ],
      'http://www.era.europa.eu/schemes/TAFTSI/5.3',
    ); // prettier-ignore
  };
}
