import type { ExceptionKind, Severity } from 'graph-schema/domain/exceptions/exception';
import type { Phase } from 'graph-schema/domain/journey/phase';

/** Languages of downloads: the place of each in a pair of words. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Words = readonly [english: string, chinese: string];

export function inLanguage([english, chinese]: Words, language: Language): string {
  return language === 'zh-CN' ? chinese : english;
}

/** The last row of a table as of an instant that is not whole. */
export const PARTIAL_WORDS: Words = [
  'Not whole: some shipments hang together with too much to be looked back at.',
  '未列全：部分货物关联信息过多，无法回看。',
];

/** The last row of a table that has more behind it than is read with parties and goods. */
export const MORE_WORDS: Words = [
  'Not whole: with parties and goods a table has no more rows. Limit the list.',
  '未列全：含当事方与货物的表格行数已达上限，请缩小范围。',
];

export const PHASE_WORDS = {
  BOOKED: ['Booked', '已订舱'],
  PRE_CARRIAGE: ['Pre-carriage', '前段运输'],
  AT_ORIGIN: ['At origin', '在起运地'],
  IN_TRANSIT: ['In transit', '运输途中'],
  AT_TRANSSHIPMENT: ['At transshipment', '在中转地'],
  AT_DESTINATION: ['At destination', '在目的地'],
  ON_CARRIAGE: ['On-carriage', '后段运输'],
  DELIVERED: ['Delivered', '已交付'],
  COMPLETED: ['Completed', '已完成'],
  CANCELLED: ['Cancelled', '已取消'],
  UNKNOWN: ['Unknown', '未知'],
} as const satisfies Readonly<Record<Phase, Words>>;

export const SEVERITY_WORDS = {
  INFO: ['Note', '提示'],
  WARNING: ['Warning', '预警'],
  CRITICAL: ['Critical', '严重'],
} as const satisfies Readonly<Record<Severity, Words>>;

export const EXCEPTION_WORDS = {
  ROLLED: ['Rolled', '甩柜'],
  WRONG_PLACE: ['Discharged in the wrong place', '错卸'],
  DWELL_OVER_LIMIT: ['Dwells too long', '滞留超期'],
  CUSTOMS_STUCK: ['Stuck in customs', '海关未放行'],
  INSPECTION_OVERDUE: ['Inspection overdue', '查验逾期'],
  TRANSIT_OVERDUE: ['Transit overdue', '转关逾期'],
  LAST_FREE_DAY: ['Free time ends', '免费期将到'],
  CUT_OFF_AT_RISK: ['Cut-off at risk', '截关风险'],
  SEAL_CHANGED: ['Seal changed', '封志不符'],
  PORT_OMITTED: ['Port omitted', '甩港'],
  RETURNED_UNSHIPPED: ['Returned unshipped', '退关'],
  MISSED_CONNECTION: ['Missed connection', '中转脱班'],
  STEP_OVERDUE: ['Step overdue', '节点逾期'],
  DOCUMENT_MISMATCH: ['Documents do not agree', '单证不符'],
  REEFER_OUT_OF_RANGE: ['Reefer out of range', '冷藏箱超温'],
  SILENT_SOURCE: ['Source silent', '数据源失联'],
  ROUTE_DEVIATION: ['Route deviation', '偏离航线'],
} as const satisfies Readonly<Record<ExceptionKind, Words>>;
