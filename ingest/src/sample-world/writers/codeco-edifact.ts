import { minuteDigits } from '../moment.ts';
import { interchange, type EdifactDialect, type Segment } from './edifact.ts';
import type { Box, GateReport, MessageFunction, Trade } from './reports.ts';
import { text, type Message } from './written.ts';

/** Element 1225. */
export const functionCode = { ORIGINAL: '9', REPLACE: '5', CANCEL: '1' } as const satisfies Record<
  MessageFunction,
  string
>;
/** Element 8249, equipment status. */
export const tradeCode = { EXPORT: '2', IMPORT: '3', TRANSSHIPMENT: '6' } as const satisfies Record<
  Trade,
  string
>;
/** Element 8067, mode of transport (Rec 19). */
const modeCode = { RAIL: '2', TRUCK: '3' } as const;

/** Segment group of one box: EQD, its references, time, place, weight and seal. */
function boxGroup(report: GateReport, box: Box, happened: number): Segment[] {
  const { terminal } = report;
  const segments: Segment[] = [
    ['EQD', 'CN', box.number, [box.sizeType, '102', '5'], '', tradeCode[report.trade], box.full ? '5' : '4'],
  ];
  if (box.booking) segments.push(['RFF', ['BN', box.booking]]);
  if (box.bill) segments.push(['RFF', ['BM', box.bill]]);
  segments.push(['DTM', ['7', minuteDigits(box.at ?? happened, terminal.zone), '203']]);
  segments.push(['LOC', '165', [terminal.writtenAs, '139', '6'], [terminal.code, 'TER', 'ZZZ']]);
  if (box.grossKg) segments.push(['MEA', 'AAE', 'G', ['KGM', String(box.grossKg)]]);
  if (box.seal) segments.push(['SEL', box.seal, 'CA']);
  const { carriage } = report;
  const vehicle = carriage.mode === 'TRUCK' ? carriage.plate : carriage.wagon;
  segments.push([
    'TDT',
    '1',
    '',
    modeCode[carriage.mode],
    '',
    [carriage.carrier, '172', '87'],
    '',
    '',
    ['', '', '', vehicle],
  ]);
  return segments;
}

/** CODECO, gate-in 34 or gate-out 36 (BGM 1001). */
export function codeco(dialect: EdifactDialect, report: GateReport): Message {
  return ({ happened, sent, ref }) => {
    const reference = report.reference ?? `G${ref}`;
    const { sailing } = report;
    const body: Segment[] = [
      [
        'BGM',
        report.direction === 'IN' ? '34' : '36',
        reference,
        functionCode[report.function ?? 'ORIGINAL'],
      ],
    ];
    if (sailing) {
      const { vessel } = sailing;
      body.push([
        'TDT',
        '20',
        sailing.voyage,
        '1',
        '',
        [report.carrierScac, '172', '20'],
        '',
        '',
        [vessel.callSign, '103', '', vessel.name],
      ]);
    }
    body.push(['NAD', 'CF', [report.carrierScac, '160', '20']]);
    for (const box of report.boxes) body.push(...boxGroup(report, box, happened));
    body.push(['CNT', ['16', String(report.boxes.length)]]);
    return text(interchange(dialect, 'CODECO', `C${ref}`, sent, body), 'application/edifact');
  };
}
