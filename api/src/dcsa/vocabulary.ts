// The closed lists of DCSA Track and Trace 2.2.0, as its definition has them. What the graph has that they have not is left out.

export const EVENT_TYPES = ['SHIPMENT', 'TRANSPORT', 'EQUIPMENT'] as const;

export const CLASSIFIERS = ['ACT', 'PLN', 'EST'] as const;

export const SHIPMENT_CODES = [
  'RECE', 'DRFT', 'PENA', 'PENU', 'REJE', 'APPR', 'ISSU', 'SURR', 'SUBM', 'VOID', 'CONF', 'REQS', 'CMPL', 'HOLD', 'RELS',
] as const; // prettier-ignore

export const DOCUMENT_TYPES = [
  'CBR', 'BKG', 'SHI', 'SRM', 'TRD', 'ARN', 'VGM', 'CAS', 'CUS', 'DGD', 'OOG',
] as const; // prettier-ignore

export const TRANSPORT_CODES = ['ARRI', 'DEPA'] as const;

export const EQUIPMENT_CODES = [
  'LOAD', 'DISC', 'GTIN', 'GTOT', 'STUF', 'STRP', 'PICK', 'DROP', 'INSP', 'RSEA', 'RMVD',
] as const; // prettier-ignore

export const MODES = ['VESSEL', 'RAIL', 'TRUCK', 'BARGE'] as const;

export const FACILITY_LISTS = ['BIC', 'SMDG'] as const;

export const DOCUMENT_REFERENCE_TYPES = ['BKG', 'TRD'] as const;

export const REFERENCE_TYPES = ['FF', 'SI', 'PO', 'CR', 'AAO', 'EQ'] as const;

/** The word of a list that a text is; null: it is none of them. */
export function wordOf<T extends string>(list: readonly T[], text: string): T | null {
  return list.find((word) => word === text) ?? null;
}
