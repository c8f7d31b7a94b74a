import { loadCodeList } from 'graph-schema/reference/code-list';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { documentReader } from '../../claims/edifact-transport/document-reader.ts';
import { contractOf } from './contract.ts';

/** DTM 2005: 95 date of the bill, 182 issue. */
const ISSUED = loadCodeList('edifact-iftmcs/dtm-2005').rows.map(({ code }) => code);

/** Instruction contract status: the bill of lading or consignment note as the carrier issues it. UN/EDIFACT D95B to D16A. */
export const edifactIftmcs = edifactFormat({
  id: 'edifact-iftmcs',
  name: { en: 'EDIFACT IFTMCS bill of lading', zh: 'EDIFACT IFTMCS 提单（合同状态）' },
  types: ['IFTMCS'],
  reader: documentReader({
    claimOf: contractOf,
    cancelled: { code: 'BL_VOIDED', classifier: 'ACTUAL', numberOf: 'BM' },
    issued: ISSUED,
  }),
});
