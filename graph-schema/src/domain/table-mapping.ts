import type { EventClassifier, EventCode } from './event-code.ts';

/** What a column of a table can be: fields of a claim, and what tells them (time, zone, words). */
export const TABLE_FIELDS = [
  /* what it is about */ 'container', 'sizeType', 'seal', 'loadState', 'wagon', 'trailer', 'uld',
  /* papers */ 'bill', 'houseBill', 'booking', 'awb', 'houseAwb', 'note', 'roadNote', 'declaration', 'transit', 'mrn',
  'deliveryOrder', 'certificate', 'reference',
  /* what happened, when, where */ 'event', 'classifier', 'time', 'date', 'clock', 'plannedTime', 'estimatedTime', 'zone',
  'recordedAt', 'place', 'terminal', 'border', 'from', 'to', 'remark',
  /* what carries it */ 'mode', 'vessel', 'imo', 'callSign', 'voyage', 'flight', 'train', 'departureDate', 'plate',
  /* the cargo */ 'pieces', 'packageType', 'grossKg', 'goods', 'hsCode', 'unNumber', 'stowage', 'temperature',
  'consignor', 'consignee', 'notify', 'carrier', 'scac', 'forwarder',
] as const; // prettier-ignore
export type TableField = (typeof TABLE_FIELDS)[number];

/** A column that holds the time of one kind of event, as in tables with a column per milestone. */
export interface TableEventColumn {
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  /** Headers that hold the time, the first that is there counts. */
  readonly headers: readonly string[];
  /** Field that says where: `from`, `to`, `border`, `place`; null: nothing does. */
  readonly place: string | null;
}

/** How a sender's spreadsheet, CSV or XLSX, is read: which column is which field. An operator saves it with the source. */
export interface TableMapping {
  readonly id: string;
  readonly name: string;
  /** Headers that a table must have for the mapping to fit, as written but for case, blanks and marks. */
  readonly match: readonly string[];
  /** Sheet of a workbook; null: any that fits. */
  readonly sheet: string | null;
  /** Field of a claim (`TABLE_FIELDS`) → headers that hold it, the first that is there counts. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Columns that are each the time of one event; beside them a row may tell an event of its own. */
  readonly events: readonly TableEventColumn[];
  /** Field of a claim → value of all rows. */
  readonly constants: Readonly<Record<string, string>>;
  /** What is written in the event column → event code. */
  readonly codes: Readonly<Record<string, string>>;
  /** Ways in which dates are written (`DD/MM/YYYY HH:mm`), tried in order before the usual ones. */
  readonly dateFormats: readonly string[];
}
