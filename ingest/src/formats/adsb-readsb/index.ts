import type { MessageFormat } from '../message-format.ts';
import { readAircraft } from './read-aircraft.ts';

const LIST = /"(?:aircraft|ac)"\s*:\s*\[\s*(?:\]|\{\s*"(?:hex|type)"\s*:\s*"[^"]*")/;

export const adsbReadsb: MessageFormat<'adsb-readsb'> = {
  id: 'adsb-readsb',
  name: { en: 'Aircraft positions (ADS-B, aircraft.json)', zh: '飞机位置（ADS-B，aircraft.json）' },
  mediaTypes: ['application/json'],
  detect: (head) => /^[[{]/.test(head) && LIST.test(head),
  read: readAircraft,
};
