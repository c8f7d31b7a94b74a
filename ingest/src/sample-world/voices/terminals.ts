import type { Terminal } from '../world/places.ts';
import { ningboTerminal3, qinzhouTerminal, rotterdamTerminal, singaporeTerminal, yangshanTerminal } from '../world/places.ts'; // prettier-ignore
import type { Sailing } from '../world/sailings.ts';
import { coarri } from '../writers/coarri-edifact.ts';
import { codeco } from '../writers/codeco-edifact.ts';
import { depotDialect, rotterdamDialect, shanghaiDialect, singaporeDialect } from '../writers/dialects.ts';
import type { EdifactDialect } from '../writers/edifact.ts';
import { jtCoarri } from '../writers/jt-coarri.ts';
import { jtCodeco } from '../writers/jt-codeco.ts';
import type {
  Box,
  GateCarriage,
  GateReport,
  MessageFunction,
  Trade,
  VesselReport,
} from '../writers/reports.ts';
import type { Message } from '../writers/written.ts';

const SCAC = 'COSU';

/** Where a terminal's messages come from: its place, and how it writes. */
interface Desk {
  readonly terminal: Terminal;
  readonly gate: (report: GateReport) => Message;
  readonly quay: (report: VesselReport) => Message;
}

const jtDesk = (place: Terminal, sender: string): Desk => ({
  terminal: place,
  gate: (report) => jtCodeco(sender, 'CARRIERX', report),
  quay: (report) => jtCoarri(sender, 'CARRIERX', report),
});

const edifactDesk = (place: Terminal, dialect: EdifactDialect): Desk => ({
  terminal: place,
  gate: (report) => codeco(dialect, report),
  quay: (report) => coarri(dialect, report),
});

export const desks = {
  ningbo: jtDesk(ningboTerminal3, 'NGBTERM'),
  qinzhou: jtDesk(qinzhouTerminal, 'QZTERM'),
  shanghai: edifactDesk(yangshanTerminal, shanghaiDialect),
  singapore: edifactDesk(singaporeTerminal, singaporeDialect),
  rotterdam: edifactDesk(rotterdamTerminal, rotterdamDialect),
} as const;

/** What makes a message a correction of an earlier one. */
interface Correction {
  readonly function?: MessageFunction;
  readonly reference: string;
}

/** What a terminal says of boxes that come or go with one sailing; without one it does not know the ship. */
export function terminal({ terminal: place, gate, quay }: Desk, trade: Trade, sailing?: Sailing) {
  const gateReport =
    (direction: 'IN' | 'OUT') =>
    (boxes: readonly Box[], carriage: GateCarriage, correction: Partial<Correction> = {}): Message =>
      gate({
        direction, terminal: place, trade, carrierScac: SCAC, carriage, boxes, ...correction, ...(sailing && { sailing }),
      }); // prettier-ignore

  const quayReport =
    (direction: 'LOAD' | 'DISCHARGE') =>
    (boxes: readonly Box[]): Message => {
      if (!sailing) throw new Error(`a quay report of ${place.name} needs a sailing`);
      const written = (port: { readonly unLocode: string }): string =>
        port.unLocode === place.unLocode ? place.writtenAs : port.unLocode;
      return quay({
        direction, terminal: place, trade, sailing, carrierScac: SCAC, boxes,
        portOfLoading: written(sailing.from), portOfDischarge: written(sailing.to),
      }); // prettier-ignore
    };

  return {
    gatedIn: gateReport('IN'),
    gatedOut: gateReport('OUT'),
    loaded: quayReport('LOAD'),
    discharged: quayReport('DISCHARGE'),
  };
}

type EmptyBox = Pick<Box, 'number' | 'sizeType'>;

const empty = ({ number, sizeType }: EmptyBox): Box => ({ number, sizeType, full: false });

/** What an inland or port depot says of empties: out on a booking, back with the bill where the driver knows it. */
export function depot(place: Terminal) {
  const report = (direction: 'IN' | 'OUT', boxes: readonly Box[], plate: string): Message =>
    codeco(depotDialect, {
      direction,
      terminal: place,
      trade: direction === 'OUT' ? 'EXPORT' : 'IMPORT',
      carrierScac: SCAC,
      carriage: truck(plate),
      boxes,
    });
  return {
    emptiesOut: (boxes: readonly EmptyBox[], booking: string, plate: string) =>
      report('OUT', boxes.map((box) => ({ ...empty(box), booking })), plate), // prettier-ignore
    emptiesBack: (boxes: readonly EmptyBox[], plate: string, bill?: string) =>
      report('IN', boxes.map((box) => ({ ...empty(box), ...(bill ? { bill } : {}) })), plate), // prettier-ignore
  };
}

export function truck(plate: string): GateCarriage {
  return { mode: 'TRUCK', plate, carrier: 'HAULX' };
}
