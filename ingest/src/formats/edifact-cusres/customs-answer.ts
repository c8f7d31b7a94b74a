import { claim } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, EventTime, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import {
  customsPapers,
  customsPlace,
  withoutDatesOfPapers,
} from '../../claims/edifact-lists/customs-papers.ts';
import { ListedBoxes } from '../../claims/edifact-lists/listed-boxes.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { readConveyance } from '../../claims/edifact/conveyance.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, readHead, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { Where } from '../../claims/claim-context.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { readReference } from '../../claims/edifact/reference.ts';
import { readDateTime } from '../../claims/edifact/segments.ts';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { SILENT } from '../../syntax/findings.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/**
 * CUSRES: what customs say of a declaration or a cargo report.
 *
 *   BGM + 1001 + number + 1225   { DTM }  [TDT] { LOC+22|14 } { GIS + 7365:1131:3055 } { FTX+AHN } [EQD] { NAD }
 *   { RFF + ABT|BH|AAS [DTM] }  { ERP { ERC [FTX+AAO] } }  { TAX MOA }  { CNT }
 *
 * It answers, so that it replaces and cancels nothing, whatever 1225 says. A unit is the message.
 */
const TIMES = loadCodeList('edifact-cusres/dtm-2005');
const REFERENCES = loadCodeList('edifact-cusres/references-1153');

/** LOC 3227: customs office of clearance, location of the goods, of entry and exit. */
const PLACES = ['22', '14', '41', '42'];

export function readCustomsAnswer(message: EdifactMessage, context: EdifactContext): readonly ReadMessage[] {
  const { segments, span, at } = withoutDatesOfPapers(message);
  const head = readHead({ ...message, segments }, { ...context, findings: SILENT });
  const events = head.bgm ? claimAnswer(head, context) : [];
  if (!head.bgm) context.findings.add('MISSING_FIELD', 'ERROR', at, 'BGM', span);
  if (events.length > 0) context.tally.withEvents();
  else context.tally.withIssuesOnly();
  const { reference: messageRef, recordedAt, version } = head;
  const attested = events.map((event) => ({ event, messageRef, span, recordedAt }));
  return [{ thread: null, version, attested, retraction: null }];
}

function claimAnswer(head: MessageHead, context: EdifactContext): TrackingEvent[] {
  const { segments, at, span } = head.message;
  const where = { at, span };
  const tdt = segments.find(({ tag }) => tag === 'TDT');
  const run = tdt ? readConveyance(tdt, [], null, at, context) : null;
  const bills = withCarriers(segments, context);
  const documents = [
    ...customsPapers(head.reference, segments.filter(isCommon), run?.mode ?? null, where, bills),
    ...answeredPapers(segments, where, context),
  ];
  const boxes = new ListedBoxes(context);
  const named = segments.flatMap((segment) => (segment.is('RFF', 'AAQ') ? (segment.read(0, 1) ?? []) : []));
  const contents = [
    ...boxes.describe(segments, at),
    ...named.flatMap((number) => boxes.named(number, where) ?? []),
  ];
  const outcome = outcomeOf(head, context);
  if (outcome.code === null) return [];
  if (documents.length === 0 && contents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'number of what is answered', span);
    return [];
  }
  const qualifiers = TIMES.rows
    .filter(({ canonical }) => canonical === 'ANY' || sameKind(canonical, outcome))
    .map(({ code }) => code);
  const place = customsPlace(PLACES, segments, at, context);
  const time = answeredAt(qualifiers, place, head, context);
  if (!time) return [];
  const base = claim({
    code: outcome.code,
    classifier: 'ACTUAL',
    time,
    place: place?.ref ?? null,
    transport: run,
    contents,
    reason: reasonOf(segments, outcome),
    parties: readParties(segments, where, context),
    rawCode: outcome.rawCode,
  });
  return documents.length > 0
    ? listConsignments(documents).map((papers) => ({ ...base, documents: papers }))
    : contents.map((equipment) => ({ ...base, equipment, contents: [] }));
}

function isCommon(segment: EdifactSegment): boolean {
  return segment.tag !== 'RFF' || REFERENCES.find(segment.read(0)?.toUpperCase() ?? '') === null;
}

/** Numbers that only an answer refers to, read as those of a declaration. */
function answeredPapers(
  segments: readonly EdifactSegment[],
  where: Where,
  context: EdifactContext,
): DocumentRef[] {
  return segments.flatMap((segment) => {
    const kind = segment.read(0)?.toUpperCase() ?? '';
    if (isCommon(segment) || REFERENCES.find(kind)?.canonical !== 'CUSTOMS') return [];
    const paper = readReference('ABT', segment.read(0, 1), where, context);
    return paper ? [{ ...paper, declaredAs: kind }] : [];
  });
}

/** On the clock of the customs office where the tables know it, else on the sender's. */
function answeredAt(
  qualifiers: readonly string[],
  place: ResolvedPlace | null,
  head: MessageHead,
  context: EdifactContext,
): EventTime | null {
  const { segments, at } = head.message;
  const stamp = qualifiers.flatMap((code) => segments.find((one) => one.is('DTM', code)) ?? [])[0];
  if (!stamp || !place?.place?.zone) return documentTime(qualifiers, segments, head, context);
  const where = { at: `${at}/DTM`, span: stamp };
  return context.placesAndTimes.time(readDateTime(stamp), stamp.read(0, 1) ?? '', place, where);
}

/** A release date is the time of a release, of the declaration or of the manifest. */
function sameKind(canonical: string | null, { code }: Outcome): boolean {
  return (
    canonical !== null &&
    code !== null &&
    canonical.replace(/^DECL_/, '') === code.replace(/^(?:DECL|MANIFEST)_/, '')
  );
}

/** Error codes and the words of customs; of a status without either, its meaning. */
function reasonOf(segments: readonly EdifactSegment[], { meaning, rawCode }: Outcome): Reason | null {
  const errors = segments.flatMap((segment) => (segment.tag === 'ERC' ? (segment.read(0) ?? []) : []));
  const words = segments.flatMap((segment) => {
    if (segment.tag !== 'FTX') return [];
    return [0, 1, 2, 3, 4].flatMap((component) => segment.read(3, component) ?? []);
  });
  const text = words.join(' ').slice(0, 500) || meaning;
  return text === null && errors.length === 0
    ? null
    : { scheme: 'CUSRES', code: errors.join(' ') || rawCode, text };
}
