import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, PlaceRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { findLocation, type FoundLocation } from '../edifact/location.ts';
import type { ReportContext } from './interpret-reports.ts';
import { mappedStamp } from '../edifact/mapped-stamp.ts';
import { readDateTime, type FindSegment } from '../edifact/segments.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { BoxGroup, EdifactReport } from './report.ts';

/** LOC 3227: 165 gate, 175 activity. */
const ACTIVITY = ['165', '175'];

/**
 * Where it happened: the activity place of the box, of the report, else one of `ports`, of the report before the box:
 * in the header they are the port of the call, with a box they may be where it was first loaded.
 */
export function activityPlaceOf(
  ports: readonly string[],
  group: BoxGroup,
  report: EdifactReport,
  { placesAndTimes }: ReportContext,
): ResolvedPlace | null {
  const found =
    findLocation(group.find, ACTIVITY) ??
    findLocation(report.findInHeader, ACTIVITY) ??
    findLocation(report.findInHeader, ports) ??
    findLocation(group.find, ports);
  return found && resolve(found, group, placesAndTimes);
}

/** The place of a LOC function, of the box before the header's; null when it is not said. */
function placeOf(
  wanted: string,
  group: BoxGroup,
  report: EdifactReport,
  { placesAndTimes }: ReportContext,
): ResolvedPlace | null {
  const found = findLocation(group.find, [wanted]) ?? findLocation(report.findInHeader, [wanted]);
  return found && resolve(found, group, placesAndTimes);
}

function resolve(
  found: FoundLocation,
  group: BoxGroup,
  placesAndTimes: ReportContext['placesAndTimes'],
): ResolvedPlace | null {
  if (found.location.code === null && found.location.facility === null) return null;
  return placesAndTimes.place(
    found.location.code ?? found.location.facility?.code ?? '',
    found.location.facility,
    {
      at: `${group.at}/LOC`,
      span: found.segment,
    },
  );
}

/** Port of loading and port of discharge, as far as the report says. */
export function routeOf(
  group: BoxGroup,
  report: EdifactReport,
  context: ReportContext,
): { readonly from: PlaceRef | null; readonly to: PlaceRef | null } {
  return {
    from: placeOf('9', group, report, context)?.ref ?? null,
    to: placeOf('11', group, report, context)?.ref ?? null,
  };
}

/** The qualifiers of a list of DTM 2005 that say when it happened, best first. */
export function eventTimeQualifiers({ rows }: CodeList): string[] {
  return rows.filter(({ canonical }) => canonical === 'EVENT_TIME').map(({ code }) => code);
}

/**
 * When it happened: the first of the qualifiers that the box has, then that the header has; else what an operator says of
 * a qualifier that the list does not have. Null with a finding when there is none or it is no date.
 */
export function eventTimeOf(
  times: CodeList,
  qualifiers: readonly string[],
  group: BoxGroup,
  report: EdifactReport,
  place: ResolvedPlace | null,
  { placesAndTimes, findings }: ReportContext,
): EventTime | null {
  const segment =
    stampIn(qualifiers, [group.find, report.findInHeader]) ??
    mappedStamp(times, 'EVENT_TIME', group.segments, group.at, findings);
  if (segment) {
    const where = { at: `${group.at}/DTM`, span: segment };
    return placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', place, where);
  }
  findings.add('MISSING_FIELD', 'ERROR', group.at, 'time of the event', group.span);
  return null;
}

function stampIn(qualifiers: readonly string[], places: readonly FindSegment[]): EdifactSegment | null {
  for (const find of places) {
    for (const qualifier of qualifiers) {
      const segment = find('DTM', qualifier);
      if (segment) return segment;
    }
  }
  return null;
}

/** BGM 1001, 8169 and 8249 as sent, `36+5+3`; what is missing at the end is left out. */
export function rawCodeOf(
  { code, text }: EdifactReport,
  loadState: string | null,
  status: string | null,
): string {
  const name = code ?? text ?? '';
  if (status !== null) return `${name}+${loadState ?? ''}+${status}`;
  return loadState === null ? name : `${name}+${loadState}`;
}
