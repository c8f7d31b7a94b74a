import { claim, transport } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import { eventTimeAt } from 'graph-schema/domain/event-time';
import { resolveStation, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, EventTime, Reason, TransportRef } from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, SenderContext, Where } from '../../claims/claim-context.ts';
import { findAction, versionOf, type MessageAction } from '../../claims/message-action.ts';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const STATUSES = loadCodeList('taf-train-running/location-statuses');
const MESSAGE_STATUSES = loadCodeList('taf-train-running/message-statuses');

interface RunningScope extends ClaimContext, Where {
  readonly messageRef: string | null;
  readonly sent: EventTime | null;
  readonly action: MessageAction;
  readonly train: TransportRef;
}

/** Reads a complete message: one outcome for each location report. */
export function readRunning(
  { root, spanOf }: WholeXml,
  { source, places }: SenderContext,
  findings: Findings,
): UnitOutcome[] {
  const reports = listDescendants(root, 'TrainLocationReport');
  const train = trainOf(root);
  if (!train || reports.length === 0) {
    const missing = train ? 'TrainLocationReport' : 'OperationalTrainNumber';
    findings.add('MISSING_FIELD', 'ERROR', missing, null, spanOf(root));
    return Array.from({ length: Math.max(1, reports.length) }, () => NOTHING);
  }
  if (!train.departureDate) findings.add('MISSING_FIELD', 'WARNING', 'StartDate', train.train, spanOf(root));
  const reference = findChild(findChild(root, 'MessageHeader'), 'MessageReference');
  const status = findText(root, 'MessageStatus') ?? findText(root, 'MessageHeader', 'MessageStatus') ?? '1';
  const action = findAction(MESSAGE_STATUSES, status);
  if (!action) {
    findings.unmapped(MESSAGE_STATUSES, status, 'MessageStatus', spanOf(root), 'ERROR');
    return reports.map(() => NOTHING);
  }
  return reports.map((report, index) =>
    readReport(report, {
      source,
      places,
      findings,
      messageRef: findText(reference, 'MessageIdentifier'),
      sent: timeOf(findText(reference, 'MessageDateTime'), null, source.defaultZone),
      action,
      train,
      at: `TrainLocationReport[${index + 1}]`,
      span: spanOf(report),
    }),
  );
}

/** Number and start date of the run: the core identifier's StartDate, else the day of the scheduled hand-over. */
function trainOf(root: XmlElement): TransportRef | null {
  const number = listDescendants(root, 'OperationalTrainNumber')[0]?.text;
  if (!number) return null;
  const identifiers = listDescendants(root, 'TransportOperationalIdentifiers');
  // TR is the train, PA its path; the path starts where the network begins, perhaps a day later.
  const ofTrain = identifiers.find((one) => findText(one, 'ObjectType') === 'TR') ?? identifiers[0] ?? null;
  const handover = ['ScheduledTimeAtHandover', 'ScheduledDateTimeAtTransfer'].flatMap(
    (name) => listDescendants(root, name)[0]?.text ?? [],
  )[0];
  const start = findText(ofTrain, 'StartDate') ?? handover ?? '';
  return transport({
    mode: 'RAIL',
    train: compactNumber(number),
    departureDate: readWallClock(start)?.local.slice(0, 10) ?? null,
  });
}

function timeOf(written: string | null, place: ResolvedPlace | null, defaultZone: string): EventTime | null {
  const clock = written ? readWallClock(written) : null;
  return clock && eventTimeAt(clock, place?.place ?? null, defaultZone);
}

function readReport(report: XmlElement, scope: RunningScope): UnitOutcome {
  const { findings, train, span } = scope;
  const place = placeOf(report, scope);
  const status = findText(report, 'TrainLocationStatus') ?? '';
  const thread = `TRI:${train.train ?? ''}@${train.departureDate ?? ''}:${place.key}:${status}`;
  const written = findText(report, 'LocationDateTime');
  const actual = timeOf(written, place, scope.source.defaultZone);
  const ordering = scope.sent ?? actual;
  if (!ordering || (!actual && scope.action !== 'CANCEL')) {
    const code = written ? 'BAD_TIME' : 'MISSING_FIELD';
    findings.add(code, 'ERROR', `${scope.at}/LocationDateTime`, written, span);
    return NOTHING;
  }
  const version = versionOf(ordering.instant);
  if (!actual || scope.action === 'CANCEL') {
    return { message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } } };
  }
  const code = codeOf(status, scope);
  const booked = findText(report, 'BookedLocationDateTime') ?? findText(report, 'ReferencedLocationDateTime');
  const planned = timeOf(booked, place, scope.source.defaultZone);
  if (booked && !planned)
    findings.add('BAD_TIME', 'WARNING', `${scope.at}/BookedLocationDateTime`, booked, span);
  const attest = (classifier: EventClassifier, time: EventTime, reason: Reason | null): Attested => ({
    event: claim({
      code,
      classifier,
      time,
      place: place.ref,
      transport: train,
      reason,
      rawCode: status || null,
    }),
    messageRef: scope.messageRef,
    span,
    recordedAt: scope.sent?.instant ?? null,
  });
  const attested = [
    ...(planned ? [attest('PLANNED', planned, null)] : []),
    attest('ACTUAL', actual, delayOf(report)),
  ];
  const retraction = scope.action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return { message: { thread, version, attested, retraction } };
}

function codeOf(status: string, scope: RunningScope): EventCode {
  const known = STATUSES.find(status.padStart(2, '0'))?.canonical;
  if (known) return known as EventCode;
  scope.findings.unmapped(STATUSES, status, `${scope.at}/TrainLocationStatus`, scope.span);
  return 'UNMAPPED';
}

/** The reporting point: by country and primary code, then by name; its codes are kept where no table knows it. */
function placeOf(report: XmlElement, scope: RunningScope): ResolvedPlace & { readonly key: string } {
  const location = findChild(report, 'Location') ?? findChild(report, 'LocationIdent');
  const primary = findText(location, 'LocationPrimaryCode') ?? '';
  const key = `${findText(location, 'CountryCodeISO') ?? ''}${primary && primary.padStart(5, '0')}`;
  const name = findText(location, 'PrimaryLocationName');
  const { places } = scope;
  const byCode = key ? resolveStation(key, places) : null;
  const resolved = byCode?.place || !name ? byCode : resolveStation(name, places);
  const raw = [key, name].filter((part) => part).join(' ') || null;
  if (!resolved?.place)
    scope.findings.add('UNKNOWN_PLACE', 'WARNING', `${scope.at}/Location`, raw, scope.span);
  return {
    key,
    place: resolved?.place ?? null,
    ref: {
      unLocode: resolved?.ref.unLocode ?? null,
      railStation: resolved?.ref.railStation ?? null,
      facility: key ? { scheme: 'RAIL_STATION', code: key } : null,
      customsOffice: null,
      raw: resolved?.place ? null : raw,
    },
  };
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
