/**
 * An EPCIS event as JSON-LD and XML both have it, every value as written. Absent is null or an empty list. The four
 * dimensions of the standard: what (objects, quantities), when, where, why (step, disposition, transactions), and since
 * 2.0 how (sensors).
 */
export interface EpcisEvent {
  /** `ObjectEvent`, `AggregationEvent`, … */
  readonly type: string;
  readonly eventId: string | null;
  readonly eventTime: string | null;
  readonly offset: string | null;
  readonly recordTime: string | null;
  readonly action: string | null;
  readonly bizStep: string | null;
  readonly disposition: string | null;
  readonly readPoint: string | null;
  readonly bizLocation: string | null;
  readonly parent: string | null;
  /** What it happened to, the parent not counted: epcList, childEPCs, inputEPCList and outputEPCList. */
  readonly objects: readonly string[];
  readonly quantities: readonly EpcisQuantity[];
  readonly transactions: readonly TypedUri[];
  readonly sources: readonly TypedUri[];
  readonly destinations: readonly TypedUri[];
  readonly reports: readonly SensorReport[];
  readonly error: ErrorDeclaration | null;
}

export interface EpcisQuantity {
  readonly epcClass: string | null;
  readonly quantity: number | null;
  /** UN/CEFACT Rec 20; null: pieces. */
  readonly uom: string | null;
}

export interface TypedUri {
  readonly type: string | null;
  readonly uri: string;
}

export interface SensorReport {
  readonly type: string | null;
  readonly component: string | null;
  readonly value: number | null;
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly uom: string | null;
  readonly exception: string | null;
}

export interface ErrorDeclaration {
  readonly declarationTime: string | null;
  readonly reason: string | null;
}

/** Events that have children (and a parent) where others have a list. */
export const EVENT_TYPES: ReadonlySet<string> = new Set([
  'ObjectEvent',
  'QuantityEvent',
  'AggregationEvent',
  'AssociationEvent',
  'TransactionEvent',
  'TransformationEvent',
]);
