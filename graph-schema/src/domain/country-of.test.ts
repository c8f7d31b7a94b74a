import { expect, it } from 'vitest';
import { countryOf } from './country-of.ts';
import type { PlaceRef } from './tracking-event.ts';

const place = (more: Partial<PlaceRef>) => ({ unLocode: null, customsOffice: null, facility: null, ...more }) as PlaceRef; // prettier-ignore

it.each([
  ['a UN/LOCODE', place({ unLocode: 'CNNBO' }), 'CN'],
  ['a UN/LOCODE beside an office', place({ unLocode: 'NLRTM', customsOffice: '3104' }), 'NL'],
  ['an office of four digits', place({ customsOffice: '3104' }), 'CN'],
  ['an office of the EU', place({ facility: { scheme: 'EU_CUSTOMS', code: 'DE004851' } }), 'DE'],
  ['a terminal', place({ facility: { scheme: 'SMDG', code: 'ECTDD' } }), null],
  ['nothing', null, null],
])('%s says the country', (_, told, country) => expect(countryOf(told)).toBe(country));
