import type { Gazetteer, Place } from '../domain/place.ts';
import type { ReferenceTables } from './reference-tables.ts';

/**
 * Offices by code. The list of 关区 changes every year, so an office that it does not know is answered with its
 * district, under the code that was asked for.
 */
export function createCustomsIndex(
  tables: Pick<ReferenceTables, 'customsOffices' | 'customsDistricts'>,
  findLocode: Gazetteer['findLocode'],
): Gazetteer['findCustomsOffice'] {
  const offices = new Map(tables.customsOffices.map((office) => [office.code, office]));
  const districts = new Map(tables.customsDistricts.map((district) => [district.prefix, district]));

  return (written) => {
    const code = written.normalize('NFKC').replace(/\s/g, '');
    if (!/^\d{4}$/.test(code)) return null;
    const known = offices.get(code) ?? districts.get(code.slice(0, 2));
    if (!known) return null;
    const at = known.unLocode === null ? null : findLocode(known.unLocode);
    return {
      id: `CUSTOMS:${code}`,
      unLocode: at?.unLocode ?? null,
      name: known.name,
      nameZh: known.nameZh,
      country: 'CN',
      latitude: at?.latitude ?? null,
      longitude: at?.longitude ?? null,
      zone: 'Asia/Shanghai',
      kind: 'CUSTOMS_OFFICE',
    } satisfies Place;
  };
}
