import { imoNumber } from './numbers.ts';

/** A ship of the world; names are invented, numbers have valid check digits. */
export interface Vessel {
  readonly imo: string;
  readonly mmsi: string;
  readonly callSign: string;
  readonly name: string;
  /** AIS ship type, 70–79 cargo. */
  readonly shipType: number;
  readonly lengthMetres: number;
  readonly beamMetres: number;
  readonly draughtMetres: number;
}

function containerShip(
  name: string, imoDigits: string, mmsi: string, callSign: string, lengthMetres: number, beamMetres: number,
  draughtMetres: number,
): Vessel {
  const imo = imoNumber(imoDigits);
  return { imo, mmsi, callSign, name, shipType: 71, lengthMetres, beamMetres, draughtMetres };
} // prettier-ignore

export const kapok = containerShip('SAMPLE KAPOK', '994410', '413999101', 'BSKA', 180, 28, 9.2);
export const meridian = containerShip('SAMPLE MERIDIAN', '994411', '477999102', 'VRSM', 366, 51, 14.1);
export const atlantica = containerShip('SAMPLE ATLANTICA', '994412', '477999103', 'VRSA', 300, 48, 13.2);
export const sakura = containerShip('SAMPLE SAKURA', '994413', '413999104', 'BSSK', 172, 27, 8.6);
export const horizon = containerShip('SAMPLE HORIZON', '994414', '477999105', 'VRSH', 366, 51, 14.4);
export const aurora = containerShip('SAMPLE AURORA', '994415', '477999106', 'VRSU', 366, 51, 13.6);
