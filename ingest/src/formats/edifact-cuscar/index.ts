import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readCargoReport } from './cargo-report.ts';

/** Customs cargo report, the manifest of a ship, aircraft, train or truck, UN/EDIFACT D95B to D16A. */
export const edifactCuscar = edifactFormat({
  id: 'edifact-cuscar',
  name: { en: 'EDIFACT CUSCAR customs cargo report', zh: 'EDIFACT CUSCAR 海关货物报告（舱单）' },
  types: ['CUSCAR'],
  reader: messageReader('CNI', readCargoReport),
});
