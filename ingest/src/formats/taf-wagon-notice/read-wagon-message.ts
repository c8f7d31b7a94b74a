import { claim, transport } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Attested, PartyRef, Reason, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { versionOf } from '../../claims/message-action.ts';
import { customersOf } from '../../claims/taf/customers.ts';
import { wagonOf } from '../../claims/taf/equipment.ts';
import { attest, readHead, requireTime, trainOf, type TafScope } from '../../claims/taf/head.ts';
import { locationOf } from '../../claims/taf/location.ts';
import type { TafContext } from '../../claims/taf/taf-family.ts';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { loadsOf, type Load } from './read-load.ts';

const POINTS = loadCodeList('taf/wagon-points');
const CLASSIFIERS = loadCodeList('taf/wagon-point-classifiers');
const RUNNING = loadCodeList('taf/running-status');
const INTERRUPTIONS = loadCodeList('taf/wagon-interruptions');
const EVENTS = loadCodeList('taf/wagon-events');

/** One wagon a message: that is the unit. Kilometres for the keeper of a wagon tell nothing of cargo. */
export function readWagonMessage(message: WholeXml, context: TafContext): readonly ReadMessage[] {
  const { root, spanOf } = message;
  const performance = listDescendants(root, 'PerformanceData');
  if (performance.length > 0) {
    context.tally.withoutContent(performance.length);
    return [];
  }
  const head = readHead(message, context);
  const span = spanOf(root);
  const wagon =
    head && wagonOf(listDescendants(root, 'WagonNumberFreight')[0]?.text ?? null, root.name, span, head);
  const attested = wagon ? readPoints(root, wagon, head) : [];
  if (attested.length > 0) context.tally.withEvents();
  else context.tally.withIssuesOnly();
  if (attested.length === 0) return [];
  const version = versionOf(head?.sent?.instant ?? null);
  return [{ thread: null, version, attested, retraction: null }];
}

function readPoints(root: XmlElement, wagon: string, head: TafScope): Attested[] {
  const points = pointsOf(root);
  if (points.length === 0) {
    const known = POINTS.rows.map(({ code }) => code).join(', ');
    head.findings.add('MISSING_FIELD', 'ERROR', root.name, `one of ${known}`, head.spanOf(root));
  }
  const [first] = points;
  if (!first) return [];
  const told: Told = {
    train: trainOf(root),
    parties: customersOf(root),
    loads: loadsOf(root, wagon, head.spanOf(first), head),
    interruption: listDescendants(root, 'WagonInterruptionReason')[0]?.text.toLowerCase() ?? null,
    causeType: findText(root, 'CauseType'),
    descriptions: [
      ...listDescendants(root, 'InterruptionDescription').map(({ text }) => text),
      findText(root, 'CauseDescription'),
    ]
      .filter((word) => word)
      .join('; '),
  };
  return points.flatMap((point) => readPoint(point, told, wagon, head));
}

/** What the message tells for all its points: read once, however many they are. */
interface Told {
  readonly train: TransportRef | null;
  readonly parties: PartyRef[];
  readonly loads: readonly Load[];
  readonly interruption: string | null;
  readonly causeType: string | null;
  readonly descriptions: string;
}

/** Elements of the message that say where and when; the status message of later schemas is one itself. */
function pointsOf(root: XmlElement): readonly XmlElement[] {
  const points = POINTS.rows.flatMap(({ code }) => listDescendants(root, code));
  return points.length === 0 && findChild(root, 'EventDateTime') ? [root] : points;
}

function readPoint(point: XmlElement, told: Told, wagon: string, head: TafScope): Attested[] {
  const span = head.spanOf(point);
  const location =
    findChild(point, 'Location') ?? findChild(point, 'Destination') ?? findChild(point, 'WagonLocation');
  const place = locationOf(location, `${point.name}/${location?.name ?? 'Location'}`, span, head);
  const written = timeElement(point);
  const at = `${point.name}/${written?.name ?? 'time'}`;
  const time = requireTime(written?.text ?? null, at, place.place, span, head);
  if (!time) return [];
  const { code, rawCode } = codeOf(point, told, head);
  const about = {
    code,
    classifier: (CLASSIFIERS.find(point.name)?.canonical ?? 'ACTUAL') as EventClassifier,
    time,
    place: place.ref,
    transport: transportOf(point, told, wagon),
    reason: reasonOf(point, told),
    rawCode,
    parties: told.parties,
  };
  return told.loads.map((load) => attest(claim({ ...about, ...load }), span, head));
}

/** The time that the point tells; the scheduled one beside an exception is not it. */
function timeElement(point: XmlElement): XmlElement | null {
  const times = point.children.filter(({ name }) => /Time/.test(name));
  return times.find(({ name }) => !name.startsWith('Scheduled')) ?? times[0] ?? null;
}

function codeOf(
  point: XmlElement,
  { interruption }: Told,
  head: TafScope,
): { code: EventCode; rawCode: string | null } {
  const span = head.spanOf(point);
  if (point === head.root) {
    const written = findText(point, 'EventType') ?? '';
    const known = (RUNNING.find(written) ?? EVENTS.find(written.toUpperCase()))?.canonical;
    if (!known) head.findings.unmapped(EVENTS, written.toUpperCase(), 'EventType', span);
    return { code: (known ?? 'UNMAPPED') as EventCode, rawCode: written || null };
  }
  if (point.name !== 'ExceptionPoint' || !interruption) {
    return { code: (POINTS.find(point.name)?.canonical ?? 'UNMAPPED') as EventCode, rawCode: point.name };
  }
  const known = INTERRUPTIONS.find(interruption)?.canonical;
  if (!known)
    head.findings.unmapped(INTERRUPTIONS, interruption, 'ExceptionReason/WagonInterruptionReason', span);
  return { code: (known ?? 'UNMAPPED') as EventCode, rawCode: interruption };
}

function transportOf(point: XmlElement, told: Told, wagon: string): TransportRef {
  const train = trainOf(point) ?? told.train;
  return train ? { ...train, wagon } : transport({ mode: 'RAIL', wagon });
}

/** Why: of an exception its description, of a refusal its cause, of an estimate how it was made. */
function reasonOf(point: XmlElement, { causeType, descriptions }: Told): Reason | null {
  const text = [descriptions, findText(point, 'Source')].filter((word) => word).join('; ') || null;
  if (!causeType && !text) return null;
  return { scheme: causeType ? 'TAF_CAUSE_TYPE' : null, code: causeType, text };
}
