import { containerNumber } from '../world/numbers.ts';
import type { Box } from '../writers/reports.ts';

/** The box that makes two trips for two owners; the parts that both stories share. */
export const reusedBox = { number: containerNumber('CBHU905117'), sizeType: '45G1' };

export interface Trip {
  readonly booking: string;
  readonly bill: string;
  readonly seal: string;
  readonly grossKg: number;
}

export function ladenFor({ bill, seal, grossKg }: Trip): Box {
  return { ...reusedBox, full: true, bill, seal, grossKg };
}
