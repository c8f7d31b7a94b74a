/** How a sender's spreadsheet, CSV or XLSX, is read: which column is which field. An operator saves it with the source. */
export interface TableMapping {
  readonly id: string;
  readonly name: string;
  /** Headers that a table must have for the mapping to fit, as written but for case and blanks. */
  readonly match: readonly string[];
  /** Sheet of a workbook; null: the first that fits. */
  readonly sheet: string | null;
  /** Field of a claim → headers that hold it, the first that is there counts. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Field of a claim → value of all rows. */
  readonly constants: Readonly<Record<string, string>>;
  /** What is written in the event column → event code. */
  readonly codes: Readonly<Record<string, string>>;
}
