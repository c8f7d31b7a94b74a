// Words of EPCIS 2.0 and of the Core Business Vocabulary 2.0, and how ours stand beside them.

/** Of what neither has a word for: `urn:throughline:step:GATED_IN`, `urn:throughline:paper:AWB:172-26114686`. */
export const OURS = 'urn:throughline:';

/** JSON-LD: the standard's words, and our prefix for fields that it leaves to its users (EPCIS 2.0, 10.3). */
export const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { throughline: OURS },
] as const;

export const EVENT_TYPES = ['ObjectEvent', 'AggregationEvent', 'AssociationEvent', 'TransactionEvent', 'TransformationEvent'] as const; // prettier-ignore
export type EventType = (typeof EVENT_TYPES)[number];

export const ACTIONS = ['ADD', 'OBSERVE', 'DELETE'] as const;
export type Action = (typeof ACTIONS)[number];

/** CBV 2.0, 7.1. */
export const BIZ_STEPS: readonly string[] = [
  'accepting', 'arriving', 'assembling', 'collecting', 'commissioning', 'consigning', 'creating_class_instance', 'cycle_counting',
  'decommissioning', 'departing', 'destroying', 'disassembling', 'dispensing', 'encoding', 'entering_exiting', 'holding', 'inspecting',
  'installing', 'killing', 'loading', 'other', 'packing', 'picking', 'receiving', 'removing', 'repackaging', 'repairing', 'replacing',
  'reserving', 'retail_selling', 'sampling', 'sensor_reporting', 'shipping', 'staging_outbound', 'stock_taking', 'stocking', 'storing',
  'transporting', 'unloading', 'unpacking', 'void_shipping',
]; // prettier-ignore

/** CBV 2.0, 7.2. */
export const DISPOSITIONS: readonly string[] = [
  'active', 'available', 'completeness_inferred', 'completeness_verified', 'conformant', 'container_closed', 'container_open', 'damaged',
  'destroyed', 'dispensed', 'disposed', 'encoded', 'expired', 'in_progress', 'in_transit', 'inactive', 'mismatch_class',
  'mismatch_instance', 'mismatch_quantity', 'needs_replacement', 'no_pedigree_match', 'non_conformant', 'non_sellable_other',
  'partially_dispensed', 'recalled', 'reserved', 'retail_sold', 'returned', 'sellable_accessible', 'sellable_not_accessible', 'stolen',
  'unavailable', 'unknown',
]; // prettier-ignore

/** CBV 2.0, 7.3. */
export const TRANSACTION_TYPES: readonly string[] = [
  'bol', 'cert', 'desadv', 'inv', 'pedigree', 'po', 'poc', 'prodorder', 'recadv', 'rma', 'testprd', 'testres', 'upevt',
]; // prettier-ignore

/**
 * A word however it is written: bare, as CURIE, as URN of CBV 1.x, as Web URI. Another URI stays as it is.
 *
 *     receiving · cbv:BizStep-receiving · urn:epcglobal:cbv:bizstep:receiving · https://ref.gs1.org/cbv/BizStep-receiving
 */
export function bareWord(written: string): string {
  return (URN.exec(written) ?? WEB.exec(written))?.[1] ?? written;
}

const URN = /^urn:epcglobal:cbv:(?:bizstep|disp|btt|sdt|er):([\w-]{1,64})$/i;
const WEB = /^(?:https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/|cbv:)(?:BizStep|Disp|BTT|SDT|ER)-([\w-]{1,64})$/i;

/** RFC 3986, as far as one is needed: a scheme, and something behind it. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && text.length <= 512;
}
