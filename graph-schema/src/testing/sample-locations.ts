import { placeRef } from '../domain/claim.ts';
import type { PlaceRef } from '../domain/tracking-event.ts';

/** The places of the scenarios, as messages name them; `sampleGazetteer` knows them all. */
export const ningbo = placeRef({ unLocode: 'CNNBO' });
export const shanghai = placeRef({ unLocode: 'CNSGH' });
export const qinzhou = placeRef({ unLocode: 'CNQZH' });
export const chongqing = placeRef({ unLocode: 'CNCKG' });
export const singapore = placeRef({ unLocode: 'SGSIN' });
export const rotterdam = placeRef({ unLocode: 'NLRTM' });
export const duisburg = placeRef({ unLocode: 'DEDUI' });
export const longBeach = placeRef({ unLocode: 'USLGB' });
export const santos = placeRef({ unLocode: 'BRSSZ' });

export const xianStation = placeRef({ railStation: 'XAP' });
export const khorgosStation = placeRef({ railStation: 'HGS' });
export const altynkolStation = placeRef({ railStation: 'ATK' });
export const malaszewiczeStation = placeRef({ railStation: 'MLW' });
export const duisburgStation = placeRef({ railStation: 'DUI' });

export const zhengzhouAirport = placeRef({ unLocode: 'CNCGO', facility: { scheme: 'IATA', code: 'CGO' } });
export const luxembourgAirport = placeRef({ unLocode: 'LULUX', facility: { scheme: 'IATA', code: 'LUX' } });

/** A customs office is told by its code; it lies in the town that it is named after. */
export function customsOffice(code: string): PlaceRef {
  return placeRef({ customsOffice: code });
}

/** A terminal, depot or yard within a place. */
export function at(place: PlaceRef, facility: string): PlaceRef {
  return { ...place, facility: { scheme: 'LOCAL', code: facility } };
}
