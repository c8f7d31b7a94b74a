import type { Paper, PaperTold, Told } from './tellings.ts';
import type { Run } from './truth.ts';

/** Gives the wall clock of a town at an instant, `YYYYMMDDHHMM`. */
export type WallClock = (unLocode: string, at: number) => string;

/** A message as its sender writes it: gates CODECO, quays COARRI, carriers DCSA 2 and IFTSTA, warehouses DCSA 2; null: railways. */
export function textOf(told: Told, clock: WallClock): string | null {
  switch (told.sender) {
    case 'GATE':
      return codeco(told, clock);
    case 'QUAY':
      return coarri(told, clock);
    case 'CARRIER':
      if (told.code === 'DEPARTED' || told.code === 'ARRIVED') return iftsta(told, clock);
    // What happens to the box itself carriers write as warehouses do.
    case 'WAREHOUSE':
      return JSON.stringify([dcsaEquipment(told)]);
    case 'RAILWAY':
      return null;
  }
}

/** A carrier's bill with its booking and boxes. */
export function billText({ id, at, papers, boxes }: PaperTold): string {
  const [bill] = papers.filter(([scheme]) => scheme === 'MASTER_BILL');
  return JSON.stringify([
    {
      eventID: id,
      eventType: 'SHIPMENT',
      eventCreatedDateTime: instant(at),
      eventClassifierCode: 'ACT',
      eventDateTime: instant(at),
      shipmentEventTypeCode: 'ISSU',
      documentTypeCode: 'TRD',
      documentID: bill?.[1] ?? null,
      documentReferences: papers.map(reference),
      references: boxes.map((box) => ({ referenceType: 'EQ', referenceValue: box })),
    },
  ]);
}

const EQUIPMENT_CODES: Readonly<Record<string, string>> = {
  LOADED: 'LOAD',
  DISCHARGED: 'DISC',
  STUFFED: 'STUF',
  STRIPPED: 'STRP',
};

function dcsaEquipment(told: Told): object {
  const { id, at, code, classifier, loadState, place, run, papers, box } = told;
  const transportCall = {
    transportCallID: id,
    UNLocationCode: place.unLocode,
    modeOfTransport: run ? 'VESSEL' : null,
    ...(run && { exportVoyageNumber: run.number, importVoyageNumber: run.number }),
    ...(run && { vessel: { vesselIMONumber: run.means, vesselName: 'SAMPLE STAR' } }),
  };
  return {
    eventID: id,
    eventType: 'EQUIPMENT',
    eventCreatedDateTime: instant(at),
    eventClassifierCode: classifier === 'ACTUAL' ? 'ACT' : 'EST',
    eventDateTime: instant(at),
    equipmentEventTypeCode: EQUIPMENT_CODES[code],
    equipmentReference: box,
    emptyIndicatorCode: loadState === 'EMPTY' ? 'EMPTY' : 'LADEN',
    transportCall,
    documentReferences: papers.map(reference),
  };
}

function reference([scheme, number]: Paper): object {
  return {
    documentReferenceType: scheme === 'BOOKING' ? 'BKG' : 'TRD',
    documentReferenceValue: number,
  };
}

function codeco(told: Told, clock: WallClock): string {
  const isOut = told.code === 'GATED_OUT';
  return interchange('CODECO', 'ITG14', told.id, [
    `BGM+${isOut ? 36 : 34}+${plain(told.id)}+9`,
    equipment(told),
    ...told.papers.map(rff),
    `DTM+7:${clock(told.place.unLocode, told.at)}:203`,
    `LOC+165+${told.place.unLocode}:139:6`,
  ]);
}

function coarri(told: Told, clock: WallClock): string {
  const isLoading = told.code === 'LOADED';
  return interchange('COARRI', '1.6', told.id, [
    `BGM+${isLoading ? 46 : 44}+${plain(told.id)}+9`,
    ship(told.run),
    `LOC+${isLoading ? 9 : 11}+${told.place.unLocode}:139:6`,
    equipment(told),
    ...told.papers.map(rff),
    `DTM+203:${clock(told.place.unLocode, told.at)}:203`,
  ]);
}

function iftsta(told: Told, clock: WallClock): string {
  const at = clock(told.place.unLocode, told.at);
  return interchange('IFTSTA', '', told.id, [
    `BGM+23+${plain(told.id)}+9`,
    `DTM+137:${at}:203`,
    `CNI+1+${told.papers[0]?.[1] ?? ''}`,
    `STS+1+${told.code === 'DEPARTED' ? 24 : 1}`,
    ...told.papers.map(rff),
    `DTM+334:${at}:203`,
    `LOC+175+${told.place.unLocode}:139:6`,
    ship(told.run),
    `EQD+CN+${told.box}+45G1:102:5+++5`,
  ]);
}

function ship(run: Run | null): string {
  return `TDT+20+${run?.number ?? ''}+1++TLNE:172:20+++${run?.means ?? ''}:146:11:SAMPLE STAR`;
}

function equipment({ box, loadState }: Told): string {
  return `EQD+CN+${box}+45G1:102:5++3+${loadState === 'EMPTY' ? 4 : 5}`;
}

function rff([scheme, number]: Paper): string {
  return `RFF+${scheme === 'BOOKING' ? 'BN' : 'BM'}:${number}`;
}

function interchange(type: string, guide: string, id: string, segments: readonly string[]): string {
  const message = [`UNH+1+${type}:D:95B:UN${guide && `:${guide}`}`, ...segments];
  const all = [
    "UNA:+.? '",
    `UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+${plain(id)}'`,
    ...message.map((segment) => `${segment}'`),
    `UNT+${message.length + 1}+1'`,
    `UNZ+1+${plain(id)}'`,
  ];
  return all.join('\n');
}

function plain(id: string): string {
  return id.replace('_', '');
}

function instant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
