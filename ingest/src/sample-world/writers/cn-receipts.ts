import { offsetIso, secondDigits, type Moment } from '../moment.ts';
import type { Message } from './written.ts';
import { xmlDocument, type Element } from './xml.ts';

const beijing = 'Asia/Shanghai';

/** A receipt about a declaration 报关单, as the e-port client stores it. */
interface DeclarationReceipt {
  readonly declaration: string;
  /** CHANNEL letter: L received, W assessed, C inspection, N duties, P released, R closed. */
  readonly channel: string;
  readonly note: string;
  readonly bill: string;
  /** Vessel and voyage, flight or train. */
  readonly conveyance: string;
  /** 运输方式 of declarations: 2 sea, 3 rail, 5 air. */
  readonly mode: '2' | '3' | '5';
  /** When it was declared. */
  readonly declared: Moment;
}

export function cnDeclarationReceipt(receipt: DeclarationReceipt): Message {
  return ({ happened }) =>
    xmlDocument(
      [
        'DEC_RESULT',
        [
          ['PRE_ENTRY_ID', receipt.declaration],
          ['ENTRY_ID', receipt.declaration],
          ['NOTICE_DATE', offsetIso(happened, beijing).slice(0, 19)],
          ['CHANNEL', receipt.channel],
          ['NOTE', receipt.note],
          ['CUSTOM_MASTER', receipt.declaration.slice(0, 4)],
          ['D_DATE', offsetIso(receipt.declared, beijing).slice(0, 19)],
          ['BILL_NO', receipt.bill],
          ['VOYAGE_NO', receipt.conveyance],
          ['TRAF_MODE', receipt.mode],
        ],
      ],
      null,
    );
}

/** A receipt about a transit 转关. */
interface TransitReceipt {
  readonly transit: string;
  readonly status: string;
  readonly office: string;
  readonly bill: string;
  readonly boxes: readonly string[];
  /** 关锁号: set when the office of departure releases. */
  readonly seal: string | null;
  readonly validUntil: Moment;
}

export function cnTransitReceipt(receipt: TransitReceipt): Message {
  return ({ happened }) =>
    xmlDocument(
      [
        'TransitReceipt',
        [
          ['TrnPreId', receipt.transit],
          ['TurnNo', receipt.transit],
          ['Status', receipt.status],
          ['NoticeDate', offsetIso(happened, beijing).slice(0, 19)],
          ['TrafCustomsNo', receipt.office],
          ['BillNo', receipt.bill],
          ['Containers', receipt.boxes.map((box): Element => ['ContainerNo', box])],
          receipt.seal ? ['SealNo', receipt.seal] : null,
          ['ValidTime', secondDigits(receipt.validUntil, beijing)],
        ],
      ],
      null,
    );
}
