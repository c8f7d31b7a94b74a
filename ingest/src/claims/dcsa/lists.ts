import type { CodeList } from 'graph-schema/reference/code-list';

/** The code lists of one version of the standard; null where it has no such events. */
export interface DcsaLists {
  readonly equipment: CodeList;
  readonly transport: CodeList;
  /** By document type and status: `TRD+ISSU`. */
  readonly shipment: CodeList;
  /** Schemes of the numbers behind document and reference types. */
  readonly references: CodeList;
  readonly iot: CodeList | null;
  readonly reefer: CodeList | null;
}
