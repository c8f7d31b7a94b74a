import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// 统一编号 of the Single Window, given before a declaration has its number: I or E, then 17 digits. [E]

/** `I20260000012345678` */
export type UnifiedNumber = Brand<'UnifiedNumber'>;

export function parseUnifiedNumber(raw: string): Parsed<UnifiedNumber> {
  return shaped(compactBounded(raw), /^[IE]\d{17}$/);
}
