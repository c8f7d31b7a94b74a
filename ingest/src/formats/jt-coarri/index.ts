import { interpretJt } from '../../claims/jt-files/interpret-jt.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import type { MessageFormat } from '../message-format.ts';
import { readQuayFile } from './quay-file.ts';

const LAYOUT = loadJtLayout('jt/coarri-fields');

/** Load and discharge report as a flat file of the Ministry of Transport. */
export const jtCoarri = {
  id: 'jt-coarri',
  name: {
    en: 'JT COARRI load and discharge report (flat file)',
    zh: '交通部平台文件 COARRI 集装箱装卸船报告',
  },
  mediaTypes: ['text/plain'],
  detect: (head) => /^00\s*:\s*COARRI\s*:/i.test(head),
  read: (bytes, context) => interpretJt('COARRI', LAYOUT, bytes, context, readQuayFile),
} as const satisfies MessageFormat;
