import type { MessageFormat } from '../message-format.ts';
import { readSsim } from './read-schedule.ts';

const HEADER = /^1AIRLINE STANDARD SCHEDULE DATA SET/;
const CARRIER = /^2[UL][A-Z0-9]{2}[A-Z ] {5}[SW]\d{2}/;
const LEG = /^3.[A-Z0-9]{2}[A-Z ][ \d]{4}\d{4}[A-Z](?:\d{2}[A-Z]{3}\d{2}){2}[1-7 ]{7}/;

export const ssim: MessageFormat<'ssim'> = {
  id: 'ssim',
  name: { en: 'Flight schedules (IATA SSIM chapter 7)', zh: '航班计划（IATA SSIM 第七章）' },
  mediaTypes: ['text/plain'],
  detect: (head) => HEADER.test(head) || CARRIER.test(head) || LEG.test(head),
  read: readSsim,
};
