import type { SampleSystem } from './sample-system.ts';

/**
 * One box on one ship, told from outside as anyone would: the carrier in DCSA 2, the ship by AIS. All invented; SAMPLE KAPOK sails from
 * Qinzhou to Singapore, 18 to 22 November 2026, at 13 knots.
 */
export const BILL = 'COSU6412790014';
const SAILED = '2026-11-18T00:00:00Z';
/** What the schedule says, and what the carrier says once she has sailed. */
const PLANNED = '2026-11-22T12:00:00Z';
export const EXPECTED = '2026-11-22T10:00:00Z';

const CARRIER = 'sample-ocean-carrier';
const STATION = 'ais-station';
const VESSEL = { vesselIMONumber: '9944106', vesselName: 'SAMPLE KAPOK', vesselCallSignNumber: 'BSKA' };

/** Message 5 (who she is, in two sentences). */
const WHO = [
  '!AIVDM,2,1,0,A,56:lOw@2Gg2`9<d4001<4m0hF0d50td000000017?0t>>6s<0G0k`4FR,0*7E',
  '!AIVDM,2,2,0,A,8?`4ip4jCP00000,2*23',
];
/** Messages 1 (where she is), by the time at which the schedule has her there, November 2026, UTC. */
const WHERE = {
  '18 06:00': '!AIVDM,1,1,,A,16:lOw@0247gFSF;eb0`BF`00000,0*02',
  '18 12:00': '!AIVDM,1,1,,A,16:lOw@0247d;5h;4W36F5400000,0*26',
  '18 18:00': '!AIVDM,1,1,,A,16:lOw@0247f5aP:Fd>6FE600000,0*79',
  '19 00:00': '!AIVDM,1,1,,A,16:lOw@0247ikeT9hHo5NDH00000,0*0C',
  '19 06:00': '!AIVDM,1,1,,A,16:lOw@0247mEQ299?0nA5000000,0*50',
  '19 12:00': '!AIVDM,1,1,,A,16:lOw@0247oKA:8Knl6AE200000,0*10',
  '19 18:00': '!AIVDM,1,1,,A,16:lOw@0247p9?07dNVnuET00000,0*39',
  '20 00:00': '!AIVDM,1,1,,A,16:lOw@0247pF3R6tF<nuET00000,0*5B',
  '20 06:00': '!AIVDM,1,1,,A,16:lOw@0247o@=P6>JE`3nL00000,0*0A',
  '21 08:00': '!AIVDM,1,1,,A,16:lOw@0247a0@t3PN3`T6n00000,0*29',
  '21 08:10': '!AIVDM,1,1,,A,16:lOw@0247`qML3OKf`T6n00000,0*13',
  '21 08:20': '!AIVDM,1,1,,A,16:lOw@0247`jb03NII8T6n00000,0*2F',
} as const;
export type Where = keyof typeof WHERE;

/** Degrees north and east of the last three, to a hundredth. */
export const DEGREES = {
  '21 08:00': [6.13, 106.82],
  '21 08:10': [6.1, 106.8],
  '21 08:20': [6.07, 106.78],
} as const satisfies Partial<Record<Where, readonly [number, number]>>;

/** The instant at which the schedule has her there. */
export const dueAt = (where: Where): string => `2026-11-${where.replace(' ', 'T')}:00Z`;

/** The station hears her where the schedule has her at one time, at another; `received`: when it tells so. */
export async function hear(system: SampleSystem, where: Where, at: string, received = at): Promise<void> {
  const tag = `s:tl,c:${Date.parse(at) / 1000}`;
  const sum = [...tag].reduce((sofar, letter) => sofar ^ letter.charCodeAt(0), 0);
  const head = `\\${tag}*${sum.toString(16).toUpperCase().padStart(2, '0')}\\`;
  const [first = '', second = ''] = WHO;
  await system.deliver(STATION, [first, second, WHERE[where]].map((line) => `${head}${line}\r\n`).join(''), received);
} // prettier-ignore

/** The schedule, the box aboard, the ship at sea, and a first estimate: what the carrier told by the evening of the day she sailed. */
export async function sail(system: SampleSystem): Promise<void> {
  const sent = '2026-11-18T02:00:00Z';
  await system.deliver(CARRIER, JSON.stringify([
    transportEvent(1, 'DEPA', 'PLN', SAILED, 'CNQZH'),
    transportEvent(2, 'ARRI', 'PLN', PLANNED, 'SGSIN'),
  ]), '2026-11-10T02:00:00Z'); // prettier-ignore
  await system.deliver(CARRIER, JSON.stringify([
    {
      ...common(3, 'EQUIPMENT', 'ACT', '2026-11-17T19:00:00Z', sent),
      equipmentEventTypeCode: 'LOAD', equipmentReference: 'CSQU3054383', ISOEquipmentCode: '45G1', emptyIndicatorCode: 'LADEN',
      transportCall: call('CNQZH', 'exportVoyageNumber'),
    },
    transportEvent(4, 'DEPA', 'ACT', SAILED, 'CNQZH'),
    transportEvent(5, 'ARRI', 'EST', EXPECTED, 'SGSIN'),
  ]), sent); // prettier-ignore
}

function transportEvent(
  number: number,
  code: 'DEPA' | 'ARRI',
  classifier: string,
  at: string,
  place: string,
) {
  const voyage = code === 'ARRI' ? 'importVoyageNumber' : 'exportVoyageNumber';
  const sent = classifier === 'PLN' ? '2026-11-10T02:00:00Z' : '2026-11-18T02:00:00Z';
  return {
    ...common(number, 'TRANSPORT', classifier, at, sent),
    transportEventTypeCode: code,
    transportCall: call(place, voyage),
  };
}

function common(number: number, type: string, classifier: string, at: string, sent: string) {
  return {
    eventID: `5e1d0000-0000-4000-8000-0000000009${String(number).padStart(2, '0')}`,
    eventType: type,
    eventClassifierCode: classifier,
    eventDateTime: at,
    eventCreatedDateTime: sent,
    documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: BILL }],
  };
}

function call(place: string, voyage: 'importVoyageNumber' | 'exportVoyageNumber') {
  return {
    transportCallID: `call ${place}`, UNLocationCode: place, facilityTypeCode: 'POTE', modeOfTransport: 'VESSEL', [voyage]: '114S',
    vessel: VESSEL, location: { UNLocationCode: place },
  }; // prettier-ignore
}
