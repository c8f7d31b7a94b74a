/** What the reference tables know of a place. Coordinates and zone are null where no table has them. */
export interface Place {
  /** UN/LOCODE or `RAIL:<station code>` or `CUSTOMS:<office>`. */
  readonly id: string;
  readonly unLocode: string | null;
  readonly name: string;
  readonly nameZh: string | null;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** IANA zone. */
  readonly zone: string | null;
  readonly kind: 'PORT' | 'AIRPORT' | 'RAIL_STATION' | 'CUSTOMS_OFFICE' | 'TERMINAL' | 'PLACE';
}

/**
 * The look-ups that formats and derivations need, passed in so that they stay pure.
 * All take codes as received (any case, blanks) and answer null when no table knows them.
 */
export interface Gazetteer {
  /** By UN/LOCODE, following aliases (CNSHA → CNSGH, CNNGB → CNNBO). */
  findLocode(code: string): Place | null;
  /** By name, state or province (`IL`) and country (`US`); null also where two towns of that state have the name. */
  findTown(name: string, subdivision: string, country: string): Place | null;
  /** All places that have a Chinese name: ports and towns, airports, stations, customs offices, terminals; `[]`: none has. */
  findNamed(name: string): readonly Place[];
  /** By IATA airport code. */
  findAirport(iata: string): Place | null;
  /** By station code or by name in Chinese, English or local spelling. */
  findRailStation(codeOrName: string): Place | null;
  /** By four-digit 关区 code. */
  findCustomsOffice(code: string): Place | null;
  /** By terminal code at a port (`BLCT3` at `CNNGB`). */
  findTerminal(unLocode: string, code: string): Place | null;
}
