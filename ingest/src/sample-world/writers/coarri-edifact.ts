import { minuteDigits } from '../moment.ts';
import { functionCode, tradeCode } from './codeco-edifact.ts';
import { interchange, type EdifactDialect, type Segment } from './edifact.ts';
import type { VesselReport } from './reports.ts';
import { text, type Message } from './written.ts';

/** COARRI, discharge 44 or load 46 (BGM 1001); one EQD group per box with the time its spreader let go. */
export function coarri(dialect: EdifactDialect, report: VesselReport): Message {
  return ({ happened, sent, ref }) => {
    const { terminal, sailing } = report;
    const { vessel } = sailing;
    const carrier = [report.carrierScac, '172', '20'];
    const body: Segment[] = [
      [
        'BGM',
        report.direction === 'LOAD' ? '46' : '44',
        report.reference ?? `V${ref}`,
        functionCode[report.function ?? 'ORIGINAL'],
      ],
      ['TDT', '20', sailing.voyage, '1', '', carrier, '', '', [vessel.imo, '146', '11', vessel.name]],
      [
        'LOC',
        report.direction === 'LOAD' ? '9' : '11',
        [terminal.writtenAs, '139', '6'],
        [terminal.code, 'TER', 'ZZZ'],
      ],
      ['NAD', 'CA', [report.carrierScac, '160', '20']],
    ];
    for (const box of report.boxes) {
      body.push([
        'EQD', 'CN', box.number, [box.sizeType, '102', '5'], '', tradeCode[report.trade], box.full ? '5' : '4',
      ]); // prettier-ignore
      if (box.booking) body.push(['RFF', ['BN', box.booking]]);
      if (box.bill) body.push(['RFF', ['BM', box.bill]]);
      body.push(['DTM', ['203', minuteDigits(box.at ?? happened, terminal.zone), '203']]);
      if (box.slot) body.push(['LOC', '147', [box.slot, '', '5']]);
      body.push(['LOC', '9', [report.portOfLoading, '139', '6']]);
      body.push(['LOC', '11', [report.portOfDischarge, '139', '6']]);
      if (box.grossKg) body.push(['MEA', 'AAE', 'G', ['KGM', String(box.grossKg)]]);
      if (box.seal) body.push(['SEL', box.seal, 'CA']);
    }
    body.push(['CNT', ['16', String(report.boxes.length)]]);
    return text(interchange(dialect, 'COARRI', `C${ref}`, sent, body), 'application/edifact');
  };
}
