import { findOceanCarrier, findOceanCarrierBySmdg, OCEAN_CARRIERS } from 'graph-schema/codes/ocean-carriers';
import type { NamedCarriers } from '../ports/bill-carrier.ts';
import { wordOf, type RowScope } from './row-scope.ts';

const SCAC = /^[A-Z]{4}$/;

/**
 * Whose bills the numbers of a row are: by any SCAC of the carrier (MSCU is MEDU), by its SMDG code, or by its name. Null: the row
 * does not say, or in words that nobody knows.
 */
export function carriersOf(at: RowScope): NamedCarriers | null {
  const code = at.cell('scac');
  const word = wordOf(code ?? at.cell('carrier') ?? '');
  const known = findOceanCarrier(word) ?? findOceanCarrierBySmdg(word) ?? named(word);
  const scac = known?.scac ?? (code !== null && SCAC.test(word) ? word : null);
  return scac === null ? null : { carriers: [scac], operators: [], ship: null, isShipList: false };
}

function named(word: string): (typeof OCEAN_CARRIERS)[number] | null {
  return OCEAN_CARRIERS.find(({ name, nameZh }) => wordOf(name) === word || nameZh === word) ?? null;
}
