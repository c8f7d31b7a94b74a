import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readVerifiedMasses } from './verified-mass.ts';

/** Verified gross mass (SOLAS VI/2), UN/EDIFACT D16A (SMDG 0.4 to 1.0). */
export const edifactVermas = edifactFormat({
  id: 'edifact-vermas',
  name: { en: 'EDIFACT VERMAS verified gross mass', zh: 'EDIFACT VERMAS 集装箱核实总重 (VGM)' },
  types: ['VERMAS'],
  reader: messageReader('EQD', readVerifiedMasses),
});
