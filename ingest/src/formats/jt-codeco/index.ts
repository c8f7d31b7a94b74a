import { interpretJt } from '../../claims/jt-files/interpret-jt.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import type { MessageFormat } from '../message-format.ts';
import { readGateFile } from './gate-file.ts';

const LAYOUT = loadJtLayout('jt/codeco-fields');

/** Gate-in and gate-out report as a flat file of the Ministry of Transport. */
export const jtCodeco = {
  id: 'jt-codeco',
  name: { en: 'JT CODECO gate report (flat file)', zh: '交通部平台文件 CODECO 集装箱进出门报告' },
  mediaTypes: ['text/plain'],
  detect: (head) => /^00\s*:\s*CODECO\s*:/i.test(head),
  read: (bytes, context) => interpretJt('CODECO', LAYOUT, bytes, context, readGateFile),
} as const satisfies MessageFormat;
