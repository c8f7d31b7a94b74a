import { minuteDigits } from '../moment.ts';
import { jtFile, jtFunction, type JtRecord } from './jt-flat.ts';
import type { GateReport } from './reports.ts';
import type { Message } from './written.ts';

/** Record 52, mode of the inland carriage: 2 rail, 3 road. */
const carriageMode = { RAIL: '2', TRUCK: '3' } as const;

/** CODECO as Chinese terminals send it: 10 vessel, then per box 50 (what and when) and 52 (by what). */
export function jtCodeco(sender: string, receiver: string, report: GateReport): Message {
  return ({ happened, sent, ref }) => {
    const { terminal, sailing, carriage } = report;
    const records: JtRecord[] = [
      [
        '00', 'CODECO', report.direction === 'IN' ? 'GATE-IN REPORT' : 'GATE-OUT REPORT',
        jtFunction[report.function ?? 'ORIGINAL'], sender, receiver, minuteDigits(sent, terminal.zone),
      ],
      [
        '10', sailing?.vessel.callSign ?? '', sailing?.vessel.name ?? '', sailing?.voyage ?? '',
        report.carrierScac, report.carrierScac, report.trade === 'IMPORT' ? 'I' : 'E',
      ],
    ]; // prettier-ignore
    report.boxes.forEach((box, index) => {
      const passed = minuteDigits(box.at ?? happened, terminal.zone);
      records.push([
        '50', box.number, box.sizeType, box.full ? 'F' : 'E', report.trade === 'IMPORT' ? 'I' : 'E',
        report.reference ?? `EIR${ref}${index}`, box.bill ?? '', box.grossKg ? String(box.grossKg) : '',
        box.seal ?? '', report.direction === 'IN' ? passed : '', report.direction === 'OUT' ? passed : '',
      ]); // prettier-ignore
      const vehicle = carriage.mode === 'TRUCK' ? carriage.plate : carriage.wagon;
      records.push(['52', carriageMode[carriage.mode], vehicle, carriage.carrier]);
    });
    return jtFile(records);
  };
}
