import type { MessageFormat } from '../message-format.ts';
import { readSbs1 } from './read-lines.ts';

/** A transmission, at once or behind the lines in which a receiver speaks of itself. */
const TRANSMISSION =
  /^(?:(?:SEL|ID|AIR|STA|CLK),[^\r\n]{0,300}[\r\n]{1,2}){0,40}MSG,[1-8],\d*,\d*,[0-9A-Fa-f~]{6,7},/;

export const adsbSbs1: MessageFormat<'adsb-sbs1'> = {
  id: 'adsb-sbs1',
  name: { en: 'Aircraft positions (ADS-B, SBS-1)', zh: '飞机位置（ADS-B，SBS-1）' },
  mediaTypes: ['text/csv', 'text/plain'],
  detect: (head) => TRANSMISSION.test(head),
  read: readSbs1,
};
