import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { EventTime, Reason, Span, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { versionOf } from '../message-action.ts';
import { attest, readHead, requireTrain, timeOf, type TafScope } from './head.ts';
import { locationOf } from './location.ts';
import type { TafContext } from './taf-family.ts';

/** What tells running information (what was) from the forecast (what is expected). */
export interface ReportKind {
  /** Begins the names of its threads. */
  readonly prefix: string;
  readonly classifier: Extract<EventClassifier, 'ACTUAL' | 'ESTIMATED'>;
  readonly statuses: CodeList;
}

interface ReportScope extends TafScope {
  readonly kind: ReportKind;
  readonly train: TransportRef;
  readonly at: string;
  readonly span: Span;
}

/** A message of TrainLocationReports, each a unit: the time of the kind, and the booked one beside it. */
export function readLocationReports(
  message: WholeXml,
  context: TafContext,
  kind: ReportKind,
): readonly ReadMessage[] {
  const { root, spanOf } = message;
  const reports = listDescendants(root, 'TrainLocationReport');
  const refuse = (): readonly ReadMessage[] => {
    context.tally.withIssuesOnly(Math.max(1, reports.length));
    return [];
  };
  const train = requireTrain(message, context);
  if (!train) return refuse();
  if (reports.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', 'TrainLocationReport', null, spanOf(root));
    return refuse();
  }
  const head = readHead(message, context);
  if (!head) return refuse();
  return reports.flatMap((report, index) => {
    const at = `TrainLocationReport[${index + 1}]`;
    const read = readReport(report, { ...head, kind, train, at, span: spanOf(report) });
    if (!read) context.tally.withIssuesOnly();
    else if (read.attested.length > 0) context.tally.withEvents();
    else context.tally.withoutContent();
    return read ?? [];
  });
}

function readReport(report: XmlElement, scope: ReportScope): ReadMessage | null {
  const { findings, train, span, kind, source } = scope;
  const location = findChild(report, 'Location') ?? findChild(report, 'LocationIdent');
  const place = locationOf(location, `${scope.at}/Location`, span, scope);
  const status = findText(report, 'TrainLocationStatus') ?? '';
  const thread = `${kind.prefix}:${train.train ?? ''}@${train.departureDate ?? ''}:${place.key}:${status}`;
  const written = findText(report, 'LocationDateTime');
  const told = timeOf(written, place.place, source.defaultZone);
  const ordering = scope.sent ?? told;
  if (!ordering || (!told && scope.action !== 'CANCEL')) {
    findings.add(
      written ? 'BAD_TIME' : 'MISSING_FIELD',
      'ERROR',
      `${scope.at}/LocationDateTime`,
      written,
      span,
    );
    return null;
  }
  const version = versionOf(ordering.instant);
  if (!told || scope.action === 'CANCEL')
    return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
  const code = codeOf(status, scope);
  const booked = findText(report, 'BookedLocationDateTime') ?? findText(report, 'ReferencedLocationDateTime');
  const planned = timeOf(booked, place.place, source.defaultZone);
  if (booked && !planned)
    findings.add('BAD_TIME', 'WARNING', `${scope.at}/BookedLocationDateTime`, booked, span);
  const tell = (classifier: EventClassifier, time: EventTime, reason: Reason | null) => {
    const rawCode = status || null;
    return attest(
      claim({ code, classifier, time, place: place.ref, transport: train, reason, rawCode }),
      span,
      scope,
    );
  };
  const attested = [
    ...(planned ? [tell('PLANNED', planned, null)] : []),
    tell(kind.classifier, told, delayOf(report)),
  ];
  const retraction = scope.action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return { thread, version, attested, retraction };
}

function codeOf(status: string, { kind, findings, at, span }: ReportScope): EventCode {
  const known = kind.statuses.find(status.padStart(2, '0'))?.canonical;
  if (known) return known as EventCode;
  findings.unmapped(kind.statuses, status, `${at}/TrainLocationStatus`, span);
  return 'UNMAPPED';
}

/** `+0010`: hours and minutes late (or `-` early) against the booked or the reference timetable, as received. */
function delayOf(report: XmlElement): Reason | null {
  const delay = findChild(report, 'TrainDelay');
  for (const against of ['AgainstBooked', 'AgainstReferenced']) {
    const code = findText(delay, against);
    if (code)
      return {
        scheme: `TAF_DELAY_${against === 'AgainstBooked' ? 'BOOKED' : 'REFERENCED'}`,
        code,
        text: null,
      };
  }
  return null;
}
