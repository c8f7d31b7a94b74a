/**
 * The canonical vocabulary: what can happen to cargo (LOGISTICS) and to its papers (DOCUMENT), and what a device on or
 * around it notices (SENSOR).
 * Names are DCSA T&T 3.0's where one exists; customs codes name the Chinese term beside them.
 */

/** Which line of a journey a code belongs to; what sensors say is kept beside the two lines. */
export type Dimension = 'LOGISTICS' | 'DOCUMENT' | 'SENSOR';

/** DCSA eventClassifier, 3.0 spelling. An estimate never becomes an actual without an actual. */
export const EVENT_CLASSIFIERS = ['PLANNED', 'ESTIMATED', 'ACTUAL', 'REQUESTED'] as const;
export type EventClassifier = (typeof EVENT_CLASSIFIERS)[number];

export const LOGISTICS_CODES = [
  'BOOKED', 'BOOKING_CANCELLED', 'EMPTY_RELEASED', 'PICKED_UP', 'STUFFED', 'SEALED', 'UNSEALED', 'WEIGHED',
  'GATED_IN', 'GATED_OUT', 'RECEIVED', 'YARD_MOVED', 'LOADED', 'RESTOWED', 'ROLLED', 'DEPARTED', 'PASSED',
  'CROSSED', 'APPROACHING', 'ARRIVED', 'ANCHORED', 'BERTHED', 'UNBERTHED', 'DISCHARGED', 'TRANSFERRED',
  'GAUGE_CHANGED', 'WAGON_PLACED', 'WAGON_PULLED', 'MANIFESTED', 'CHECKED_IN', 'AVAILABLE', 'NOTIFIED',
  'APPOINTED', 'OUT_FOR_DELIVERY', 'DROPPED_OFF', 'DELIVERED', 'DELIVERY_FAILED', 'STRIPPED', 'INSPECTED',
  'DAMAGED', 'DISCREPANCY', 'DELAYED', 'HELD', 'HOLD_LIFTED', 'REMOVED', 'DESPATCHED',
  /* a call of a ship, train or aircraft */ 'OPERATIONS_STARTED', 'OPERATIONS_COMPLETED', 'CALL_OMITTED', 'RUN_CANCELLED',
  'RUN_INTERRUPTED', 'RESUMED', 'TRACK_CHANGED',
  /* until when something may or must be done */ 'CUT_OFF', 'FREE_TIME_ENDS',
  'UNMAPPED',
] as const; // prettier-ignore

export const DOCUMENT_CODES = [
  'BOOKING_REQUESTED', 'BOOKING_CONFIRMED', 'BOOKING_REJECTED', 'SI_SUBMITTED', 'BL_DRAFTED', 'BL_ISSUED',
  'BL_AMENDED', 'BL_SURRENDERED', 'BL_VOIDED', 'VGM_SUBMITTED', 'PACKING_LIST_FILED',
  /* 舱单 */ 'MANIFEST_SUBMITTED', 'MANIFEST_PARTIAL', 'MANIFEST_ACCEPTED', 'MANIFEST_REJECTED',
  'MANIFEST_HELD_MANUAL', 'MANIFEST_AMENDED', 'MANIFEST_DELETED', 'MANIFEST_RELEASED', 'MANIFEST_NO_LOAD',
  'MANIFEST_NO_DISCHARGE', 'MANIFEST_CHANGE_REQUESTED', 'MANIFEST_CHANGE_REJECTED',
  /* 运抵报告 */ 'ARRIVAL_REPORT_SUBMITTED', 'ARRIVAL_REPORT_HELD', 'ARRIVAL_REPORT_ACCEPTED', 'ARRIVAL_REPORT_REJECTED',
  /* 理货 */ 'TALLY_SUBMITTED', 'TALLY_ACCEPTED', 'TALLY_REJECTED',
  /* 装载 */ 'LOAD_LIST_SUBMITTED', 'LOAD_LIST_ACCEPTED',
  /* 分拨 */ 'SPLIT_REQUESTED', 'SPLIT_APPROVED', 'SPLIT_REJECTED', 'SPLIT_ARRIVED',
  /* 报关单 */ 'DECL_DRAFTED', 'DECL_SUBMITTED', 'DECL_RECEIVED', 'DECL_REJECTED', 'DECL_SUSPENDED',
  'DECL_REREVIEWED', 'DECL_ASSESSED', 'DECL_SELECTED', 'DECL_INSPECTED', 'DUTY_DUE', 'DUTY_PAID',
  'ENTRY_PERMITTED', 'RELEASED_ON_GUARANTEE', 'DECL_RELEASED', 'DECL_DETAINED', 'DECL_CLOSED',
  'DECL_AMENDED', 'DECL_CANCELLED', 'CUSTOMS_HOLD_PLACED', 'CUSTOMS_HOLD_LIFTED',
  /* 转关 */ 'TRANSIT_DECLARED', 'TRANSIT_ACCEPTED', 'TRANSIT_RELEASED', 'TRANSIT_DEPARTED',
  'TRANSIT_ARRIVED', 'TRANSIT_CLOSED', 'TRANSIT_OVERDUE', 'TRANSIT_CANCELLED',
  /* 检疫 */ 'QUARANTINE_DECLARED', 'QUARANTINE_SELECTED', 'QUARANTINE_PASSED', 'QUARANTINE_FAILED',
  /* 提货单 */ 'DO_REQUESTED', 'DO_ISSUED', 'DO_TRANSFERRED', 'DO_REVOKED', 'DO_REDEEMED',
  /* 设备交接单 */ 'EIR_ISSUED', 'GATE_PASS_ISSUED', 'GATE_PASS_USED', 'GATE_PASS_REJECTED',
  /* 费用 */ 'CHARGES_DUE', 'FREIGHT_PAID',
  'CERT_APPLIED', 'CERT_ISSUED', 'CERT_REJECTED', 'CERT_EXPIRED', 'ARRIVAL_NOTICE_SENT', 'DOCS_RECEIVED',
  'DOCS_DELIVERED', 'CONSIGNMENT_NOTE_ISSUED', 'POD_SIGNED', 'BOOKING_AMENDED', 'PACKING_LIST_ACCEPTED',
  'PACKING_LIST_REJECTED', 'LOAD_LIST_REJECTED', 'ORDER_PLACED', 'ORDER_ACCEPTED', 'ORDER_REJECTED', 'ORDER_CANCELLED',
  'HANDOVER_LISTED', 'TRANSIT_REJECTED', 'UNMAPPED_DOCUMENT',
] as const; // prettier-ignore

export const SENSOR_CODES = [
  /* 电子围栏 */ 'GEOFENCE_ENTRY', 'GEOFENCE_EXIT', 'DETECTED', 'DOOR_OPENED', 'DOOR_CLOSED', 'LOCKED', 'UNLOCKED',
  'TAMPERED', 'MEASURED', 'ADJUSTED', 'MOTION_STARTED', 'MOTION_STOPPED', 'PAIRED', 'UNPAIRED', 'DEVICE_STATUS',
  'ALARM_RAISED', 'UNMAPPED_SENSOR',
] as const; // prettier-ignore

export type LogisticsCode = (typeof LOGISTICS_CODES)[number];
export type DocumentCode = (typeof DOCUMENT_CODES)[number];
export type SensorCode = (typeof SENSOR_CODES)[number];
export type EventCode = LogisticsCode | DocumentCode | SensorCode;

export const EVENT_CODES: readonly EventCode[] = [...LOGISTICS_CODES, ...DOCUMENT_CODES, ...SENSOR_CODES];

const documentCodes: ReadonlySet<string> = new Set(DOCUMENT_CODES);
const sensorCodes: ReadonlySet<string> = new Set(SENSOR_CODES);

const deadlines: ReadonlySet<string> = new Set<EventCode>(['CUT_OFF', 'FREE_TIME_ENDS']);

/** Whether it is a time until which something may be done, and no step of the cargo's. */
export function isDeadline(code: EventCode): boolean {
  return deadlines.has(code);
}

/** The line that a code is drawn on. */
export function dimensionOf(code: EventCode): Dimension {
  if (documentCodes.has(code)) return 'DOCUMENT';
  return sensorCodes.has(code) ? 'SENSOR' : 'LOGISTICS';
}
