import { loadCodeList } from 'graph-schema/reference/code-list';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { documentReader } from '../../claims/edifact-transport/document-reader.ts';
import { namedDocument } from '../../claims/edifact-transport/named-document.ts';

const NAMES = loadCodeList('edifact-iftmbf/bgm-1001');

/** Firm booking request (and the provisional one, IFTMBP) of shippers and forwarders, UN/EDIFACT D95B to D16A. */
export const edifactIftmbf = edifactFormat({
  id: 'edifact-iftmbf',
  name: { en: 'EDIFACT IFTMBF booking request', zh: 'EDIFACT IFTMBF 订舱申请' },
  types: ['IFTMBF', 'IFTMBP'],
  reader: documentReader({
    claimOf: (head, context) => {
      const named = namedDocument(head, NAMES, null, 'BOOKING_REQUESTED', context);
      const isChange = head.action === 'REPLACE' && named.code === 'BOOKING_REQUESTED';
      return isChange ? { ...named, code: 'BOOKING_AMENDED', classifier: 'REQUESTED' } : named;
    },
    // Whoever asked takes the wish back; the carrier says whether it is off.
    cancelled: { code: 'BOOKING_CANCELLED', classifier: 'REQUESTED', numberOf: null },
    issued: [],
  }),
});
