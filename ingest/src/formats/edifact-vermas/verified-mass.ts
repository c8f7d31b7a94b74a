import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, PartyRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { mappedStamp } from '../../claims/edifact/mapped-stamp.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { placeOf, routeIn } from '../../claims/edifact/places.ts';
import { readReferences } from '../../claims/edifact/reference.ts';
import { cutGroups, findIn, readDateTime, spanOf } from '../../claims/edifact/segments.ts';
import { describeBox, type DescribedBox } from '../../claims/edifact-reports/box-group.ts';
import type { BoxGroup } from '../../claims/edifact-reports/report.ts';

/**
 * VERMAS: one group per box.
 *
 *   BGM+749 DTM+137 [RFF] { NAD [CTA] [COM] }
 *   { EQD { RFF+BN|BM } { LOC } { SEL } { MEA+AAE+VGM [DTM+WAT] } [TDT] { DOC+SM1|SM2 [DTM+WAT] { NAD+SPC } } }
 */
const METHODS = loadCodeList('edifact-vermas/methods-1001');
const TIMES = loadCodeList('edifact-vermas/dtm-2005');
const WEIGHINGS = TIMES.rows.filter(({ canonical }) => canonical === 'WEIGHED').map(({ code }) => code);

/** What the header says once for all boxes. */
interface Common {
  readonly documents: readonly DocumentRef[];
  readonly parties: readonly PartyRef[];
}

export function readVerifiedMasses(head: MessageHead, given: EdifactContext): MessageUnit[] {
  const { message } = head;
  const { head: header, groups } = cutGroups(message.segments, ['EQD']);
  const context = withCarriers(header, given, true);
  const common: Common = {
    documents: readReferences(header, message, context).filter(({ scheme }) => scheme !== 'REFERENCE'),
    parties: readParties(header, message, context),
  };
  return groups.map((segments, index) => {
    const span = spanOf(segments);
    const at = `${message.at}/EQD[${index + 1}]`;
    const group = { at, equipment: segments[0], segments, find: findIn(segments), span };
    const box = describeBox(group, common.documents, context);
    if (!box) return { span, events: [] };
    if (box.quantity === null) {
      context.findings.add('MISSING_FIELD', 'ERROR', at, 'verified gross mass', span);
      return { span, events: [] };
    }
    return { span, events: claimMass(group, box, common, head, context) };
  });
}

/**
 * The mass is a paper, submitted when the message was made; a box that was weighed as a whole (method 1, or none
 * named) with a time of weighing was also WEIGHED then, near its port of loading.
 */
function claimMass(
  group: BoxGroup,
  box: DescribedBox,
  common: Common,
  head: MessageHead,
  context: EdifactContext,
): TrackingEvent[] {
  const { segments, find, at } = group;
  const doc = segments.find(({ tag }) => tag === 'DOC');
  const code = doc?.read(0)?.toUpperCase() ?? null;
  const method = code === null ? null : METHODS.find(code);
  if (doc && code !== null && !method) context.findings.unmapped(METHODS, code, `${at}/DOC`, doc);
  const submitted = documentTime([], [], head, context);
  if (!submitted) return [];
  const own = readParties(segments, group, context);
  const base = claim({
    code: 'VGM_SUBMITTED',
    classifier: 'ACTUAL',
    time: submitted,
    equipment: box.equipment,
    loadState: box.loadState,
    quantity: box.quantity,
    ...routeIn(find, group, context),
    reason: code === null ? null : { scheme: 'SMDG VGM', code, text: method?.meaning ?? null },
    parties: own.length > 0 ? own : common.parties,
    rawCode: code ?? 'VERMAS',
  });
  const isWeighed = code === null || method?.canonical === 'WEIGHED';
  const weighed = isWeighed ? weighingOf(group, context) : null;
  return listConsignments(box.documents).flatMap((documents) => [
    { ...base, documents },
    ...(weighed ? [{ ...base, documents, ...weighed }] : []),
  ]);
}

/** When, and at which port's clock, the box was on the scales; null when it is not told. */
function weighingOf(
  { find, at, segments }: BoxGroup,
  context: EdifactContext,
): Pick<TrackingEvent, 'code' | 'time' | 'place'> | null {
  const listed = WEIGHINGS.flatMap((qualifier) => find('DTM', qualifier) ?? [])[0];
  const stamp = listed ?? mappedStamp(TIMES, 'WEIGHED', segments, at, context.findings);
  if (!stamp) return null;
  const site = placeOf(['165', '175'], find, { at }, context);
  const clock = site ?? placeOf(['9'], find, { at }, context);
  const where = { at: `${at}/DTM`, span: stamp };
  const time = context.placesAndTimes.time(readDateTime(stamp), stamp.read(0, 1) ?? '', clock, where);
  return time && { code: 'WEIGHED', time, place: site?.ref ?? null };
}
