import type { MessageFormat } from '../message-format.ts';
import { isSighting } from './record.ts';
import { readCarLocations } from './to-events.ts';

/** A heading and a rule stand above the records; nothing else does. */
const LINES_LOOKED_AT = 8;

export const aarClm: MessageFormat<'aar-clm'> = {
  id: 'aar-clm',
  name: { en: 'AAR car location message', zh: '北美铁路车辆位置报文' },
  mediaTypes: ['text/plain'],
  detect: (head) => head.split(/\r\n?|\n/, LINES_LOOKED_AT).some(isSighting),
  read: readCarLocations,
};
