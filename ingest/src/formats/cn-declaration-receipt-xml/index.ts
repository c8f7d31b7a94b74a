import { Repeats } from '../../claims/repeats.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING } from '../../syntax/units.ts';
import type { MessageFormat } from '../message-format.ts';
import { readJsonRecords } from './read-json.ts';
import { readXmlRecords } from './read-xml.ts';
import { toOutcome } from './to-outcome.ts';

/**
 * Receipts to Chinese customs declarations and transits, XML or JSON, one or many in a file:
 *
 *   <DEC_DATA><DEC_RESULT> CUS_CIQ_NO ENTRY_ID NOTICE_DATE CHANNEL NOTE BILL_NO VOYAGE_NO TRAF_MODE … </DEC_RESULT>
 *   <CEB622Message><InventoryReturn> preNo invtNo returnStatus returnTime returnInfo </InventoryReturn>
 *   <…> TRANSIT_ID STATUS NOTICE_DATE BILL_NO CONTAINER* </…>
 *   { "channel" | "statusCd": "PAS", "entryId": "…", "blNo": "…", "noticeDate": "…" }
 *
 * A record is whatever holds a status and a number; field names are compared without case and underscores. See README.
 */
export const cnDeclarationReceiptXml: MessageFormat<'cn-declaration-receipt-xml'> = {
  id: 'cn-declaration-receipt-xml',
  name: { en: 'China customs declaration receipt', zh: '报关单、转关单回执' },
  mediaTypes: ['application/xml', 'text/xml', 'application/json'],
  detect: (head) => {
    const isXml = head.startsWith('<');
    if (!isXml && !/^[[{]/.test(head)) return false;
    const has = (names: string): boolean =>
      (isXml
        ? new RegExp(`<(?:\\w+:)?(?:${names})[\\s>/]`, 'i')
        : new RegExp(`"(?:${names})"\\s*:`, 'i')
      ).test(head);
    // Ports and platforms name declarations, too, beside what they are about themselves.
    if (has('lng|longitude|fence_?code|lane_?(?:no)?|eir_?no|do_?no|delivery_?order_?no')) return false;
    return (
      has('channel|return_?status|status_?cd|status|entry_?status') &&
      has(
        'entry_?id|pre_?entry_?id|cus_?ciq_?no|invt_?no|pre_?no|transit_?id|turn_?no|trn_?pre_?id|trans_?no|gate_?pass_?(?:no|id)|sas_?passport_?no',
      )
    );
  },
  read: (bytes, context) => {
    const findings = collectFindings();
    const first = bytes.find((byte) => byte > 0x20 && byte < 0x7f);
    const isJson = first === 0x7b || first === 0x5b;
    const readRecords = isJson ? readJsonRecords : readXmlRecords;
    const records = readRecords(bytes, context.source.defaultCharset, findings);
    const repeats = new Repeats(findings);
    const outcomes = records?.map((record) => {
      const outcome = toOutcome(record, context, findings);
      repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], record);
      return outcome;
    });
    return interpretUnits(outcomes ?? [NOTHING], findings);
  },
};
