import type { Reason } from 'graph-schema/domain/tracking-event';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import { meaningsOf, type StatusMeaning } from '../../claims/x12/meaning.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';

/**
 *   STS + 9015:1131:3055 + 4405:1131:3055:4404 + 9013:1131:3055:9012
 *         category          status, in words      reason, in words
 *
 * To D96B the status is called 9011 and its words 9010; the places are the same.
 */
const RECOMMENDATION_24 = loadCodeList('edifact-iftsta/rec24');
const X12_STATUS = loadCodeList('x12/status-157');
/** Codes of senders; empty until an operator says what they mean. */
const OWN = loadCodeList('edifact-iftsta/own-status');
/** 3055 → whose list a code is from: REC24, X12 or OWN. */
const AGENCIES = loadCodeList('edifact-iftsta/agency-3055');
/** What the reasons of a status are said to be of. */
const SCHEMES: ReadonlyMap<CodeList, string> = new Map([
  [RECOMMENDATION_24, 'UN Rec 24'],
  [X12_STATUS, 'X12 157'],
  [OWN, 'EDIFACT 4405'],
]);
/** Categories of utilities (market messages), which carry no cargo. */
const MARKET = /^(?:Z\d\d|E\d\d)$/;

/** Status as sent; `isMarket`: a message of an energy market, nothing for us. */
export interface WrittenStatus {
  readonly code: string | null;
  readonly agency: string | null;
  readonly text: string | null;
  readonly category: string | null;
  readonly isMarket: boolean;
  readonly reason: Reason | null;
}

export function readWrittenStatus(sts: EdifactSegment): WrittenStatus {
  const category = sts.read(0, 0);
  const reasonCode = sts.read(2, 0);
  const reasonText = sts.read(2, 3);
  return {
    code: sts.read(1, 0)?.toUpperCase() ?? null,
    agency: sts.read(1, 2)?.toUpperCase() ?? null,
    text: sts.read(1, 3),
    category,
    isMarket: MARKET.test(category ?? ''),
    reason:
      reasonCode === null && reasonText === null
        ? null
        : { scheme: 'EDIFACT 9013', code: reasonCode, text: reasonText },
  };
}

/**
 * What a status means: by the list that its agency names. Without one, digits are of UN Recommendation 24 and letters of
 * X12 157; a code of the sender's own is never read by another's list, however alike it looks.
 */
export function statusMeanings(
  { code, agency, reason }: WrittenStatus,
  where: Where,
  findings: Findings,
): readonly StatusMeaning[] {
  const list = listOf(code ?? '', agency);
  const meanings = meaningsOf([list], code ?? '', where, findings);
  const scheme = SCHEMES.get(list) ?? null;
  return meanings.map((meaning) => ({
    ...meaning,
    reason: reason ?? (meaning.reason && { ...meaning.reason, scheme }),
  }));
}

function listOf(code: string, agency: string | null): CodeList {
  const whose = AGENCIES.find(agency ?? '')?.canonical;
  if (whose === 'OWN') return OWN;
  if (whose === 'X12') return X12_STATUS;
  if (whose === 'REC24' || /^\d+$/.test(code)) return RECOMMENDATION_24;
  return /^[A-Z][A-Z0-9]?$/.test(code) ? X12_STATUS : OWN;
}
