import { interpretNamed } from '../../claims/cn-ports/interpret-named.ts';
import { loadNamedFields, namesAll } from '../../claims/cn-ports/named-fields.ts';
import type { MessageFormat } from '../message-format.ts';
import { readPassage } from './read-passage.ts';

const FIELDS = loadNamedFields('gate-ocr-json/fields');

/**
 * What cameras and readers in the lane of a gate (卡口) saw, as JSON or XML of any vendor:
 *
 *   { lane, plate, containers | container{front, back}, confidence, sealOk, damage[], time, direction, result, gatePassNo, images }
 *
 * Names are data (lists `cn-ports/fields` and `gate-ocr-json/fields`). A record is one truck in one lane.
 */
export const gateOcrJson = {
  id: 'gate-ocr-json',
  name: { en: 'Gate lane readings (OCR)', zh: '卡口识别（箱号、车牌）' },
  mediaTypes: ['application/json', 'application/xml'],
  detect: (head) => namesAll(head, FIELDS, ['lane', 'time']),
  read: (bytes, context) => interpretNamed(bytes, context, FIELDS, ['lane'], readPassage),
} as const satisfies MessageFormat;
