import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readSummary } from './consolidation-summary.ts';

/** Forwarding and consolidation summary: manifest, bordereau, delivery order, UN/EDIFACT D94B to D01B. */
export const edifactIfcsum = edifactFormat({
  id: 'edifact-ifcsum',
  name: { en: 'EDIFACT IFCSUM consolidation summary', zh: 'EDIFACT IFCSUM 集拼清单（舱单）' },
  types: ['IFCSUM'],
  reader: messageReader('CNI', readSummary),
});
