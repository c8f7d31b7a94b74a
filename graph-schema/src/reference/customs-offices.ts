import { markOf, readTable, textOrNull } from './table-file.ts';
import type { Mark } from './table-file.ts';

/** A customs district directly under the General Administration 直属海关; its code is the first two digits of its offices. */
export interface CustomsDistrict {
  readonly prefix: string;
  readonly name: string;
  readonly nameZh: string;
  readonly city: string;
  readonly unLocode: string | null;
  readonly mark: Mark;
}

/** A four-digit 关区 as declarations name it. */
export interface CustomsOffice {
  readonly code: string;
  readonly shortNameZh: string;
  readonly nameZh: string;
  readonly name: string;
  readonly district: string;
  readonly province: string;
  readonly city: string | null;
  readonly unLocode: string | null;
  readonly source: string;
  readonly mark: Mark;
}

export function readCustomsDistricts(directory: string): CustomsDistrict[] {
  const columns = ['prefix', 'name', 'nameZh', 'city', 'unLocode', 'mark'];
  return readTable(directory, 'customs-districts', columns).map(
    ([prefix = '', name = '', nameZh = '', city = '', unLocode, mark]) => ({
      prefix,
      name,
      nameZh,
      city,
      unLocode: textOrNull(unLocode),
      mark: markOf(mark),
    }),
  );
}

const officeColumns = 'code shortNameZh nameZh name district province city unLocode source mark'.split(' ');

export function readCustomsOffices(directory: string): CustomsOffice[] {
  return readTable(directory, 'customs-offices', officeColumns).map(
    ([
      code = '',
      shortNameZh = '',
      nameZh = '',
      name = '',
      district = '',
      province = '',
      city,
      locode,
      source,
      mark,
    ]) => ({
      code,
      shortNameZh,
      nameZh,
      name,
      district,
      province,
      city: textOrNull(city),
      unLocode: textOrNull(locode),
      source: source ?? '',
      mark: markOf(mark),
    }),
  );
}
