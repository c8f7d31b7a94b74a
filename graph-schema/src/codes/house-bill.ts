import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// House bill 分提单 and house air waybill 分运单: free text of the forwarder, unique with its issuer only. Cargo-IMP gives a house air
// waybill an..12, EDIFACT 1154 an..35.

export type HouseBillNumber = Brand<'HouseBillNumber'>;
export type HouseAirWaybillNumber = Brand<'HouseAirWaybillNumber'>;

export function parseHouseBill(raw: string): Parsed<HouseBillNumber> {
  return shaped(compactBounded(raw), /^(?=.*\d)[A-Z0-9]{4,35}$/);
}

export function parseHouseAirWaybill(raw: string): Parsed<HouseAirWaybillNumber> {
  return shaped(compactBounded(raw), /^(?=.*\d)[A-Z0-9]{3,12}$/);
}
