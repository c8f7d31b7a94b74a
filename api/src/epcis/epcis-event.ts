import type { Action, EventType } from './vocabulary.ts';

/** An event as EPCIS 2.0 has it in JSON, as far as the graph fills it; what is not known is left out. */
export interface EpcisEvent {
  readonly type: Exclude<EventType, 'TransformationEvent'>;
  readonly eventID: string;
  readonly eventTime: string;
  readonly eventTimeZoneOffset: string;
  readonly recordTime: string;
  /** The event does not hold: it was taken back, or something else is said in its place. */
  readonly errorDeclaration?: ErrorDeclaration | undefined;
  readonly action: Action;
  readonly bizStep?: string | undefined;
  readonly disposition?: string | undefined;
  readonly readPoint?: { readonly id: string } | undefined;
  readonly parentID?: string | undefined;
  readonly childEPCs?: readonly string[] | undefined;
  readonly epcList?: readonly string[] | undefined;
  readonly bizTransactionList?: readonly BizTransaction[] | undefined;
  readonly sourceList?: readonly { readonly type: string; readonly source: string }[] | undefined;
  readonly destinationList?: readonly { readonly type: string; readonly destination: string }[] | undefined;
  readonly sensorElementList?: readonly { readonly sensorReport: readonly SensorReport[] }[] | undefined;
  /** What it is in our own vocabulary, and what carried it: fields that the standard leaves to its users. */
  readonly [extension: `throughline:${string}`]: string | undefined;
}

export interface ErrorDeclaration {
  readonly declarationTime: string;
  /** CBV 2.0, 7.5. */
  readonly reason: 'did_not_occur' | 'incorrect_data';
  /** Events that hold in its place. */
  readonly correctiveEventIDs?: readonly string[] | undefined;
}

export interface BizTransaction {
  readonly type?: string | undefined;
  readonly bizTransaction: string;
}

export interface SensorReport {
  readonly type: string;
  readonly uom?: string | undefined;
  readonly value?: number;
  readonly meanValue?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
}
