import { HOUR, minuteDigits } from '../moment.ts';
import { jtFile, jtFunction, type JtRecord } from './jt-flat.ts';
import type { VesselReport } from './reports.ts';
import type { Message } from './written.ts';

/** COARRI as Chinese terminals send it: 10 vessel and its work, then per box 50 and 52. */
export function jtCoarri(sender: string, receiver: string, report: VesselReport): Message {
  return ({ happened, sent }) => {
    const { terminal, sailing } = report;
    const isLoad = report.direction === 'LOAD';
    const start = minuteDigits(happened - 6 * HOUR, terminal.zone);
    const end = minuteDigits(happened + HOUR, terminal.zone);
    const records: JtRecord[] = [
      [
        '00', 'COARRI', isLoad ? 'LOAD REPORT' : 'DISCHARGE REPORT', jtFunction[report.function ?? 'ORIGINAL'],
        sender, receiver, minuteDigits(sent, terminal.zone),
      ],
      [
        '10', sailing.vessel.callSign, sailing.vessel.name, sailing.voyage, 'CN', 'Y',
        isLoad ? '' : minuteDigits(sailing.arrives, terminal.zone), '', isLoad ? '' : start, isLoad ? '' : end,
        isLoad ? start : '', isLoad ? end : '', String(report.boxes.length),
      ],
    ]; // prettier-ignore
    for (const box of report.boxes) {
      records.push([
        '50', box.number, box.sizeType, report.carrierScac, report.carrierScac, box.full ? 'F' : 'E', box.bill ?? '',
        box.seal ?? '', box.slot ?? '', minuteDigits(box.at ?? happened, terminal.zone),
      ]); // prettier-ignore
      records.push([
        '52', report.portOfDischarge, report.portOfLoading, report.portOfDischarge,
        box.grossKg ? String(box.grossKg) : '',
      ]); // prettier-ignore
    }
    return jtFile(records);
  };
}
