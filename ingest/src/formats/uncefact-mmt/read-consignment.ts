import { claim, placeRef } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import { eventTimeAt } from 'graph-schema/domain/event-time';
import { resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  EquipmentRef,
  EventTime,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { documentSets } from '../../claims/json/document-sets.ts';
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWallClock } from '../../syntax/wall-clock.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { cargoOf, equipmentOf, type Cargo } from './cargo.ts';
import { meansOf } from './means.ts';
import { isPart, named, parts, valueOf } from './names.ts';

const ROLES = loadCodeList('uncefact-mmt/event-roles');
const STATUSES = loadCodeList('edifact-iftsta/rec24');
const TIMES: readonly (readonly [name: string, classifier: EventClassifier])[] = [
  ['actualoccurrencedatetime', 'ACTUAL'],
  ['estimatedoccurrencedatetime', 'ESTIMATED'],
  ['plannedoccurrencedatetime', 'PLANNED'],
  ['scheduledoccurrencedatetime', 'PLANNED'],
  ['requestedoccurrencedatetime', 'REQUESTED'],
];
const MOST_EVENTS = 1000;

/** Reads one consignment, or a movement that stands alone. `root` holds what was exchanged: its id and time. */
export function consignmentReader(
  scope: ClaimContext,
): (unit: XmlElement, root: XmlElement, where: Where) => UnitOutcome {
  return (unit, root, where) => {
    const cargo = cargoOf(unit, where, scope);
    const events = eventsOf(unit, null, null, cargo, where, scope).slice(0, MOST_EVENTS);
    if (events.length === 0) {
      scope.findings.add('MISSING_FIELD', 'ERROR', `${where.at}/TransportEvent`, null, where.span);
      return NOTHING;
    }
    const exchanged = root.children.find(({ name }) => isPart(name, 'exchangeddocument')) ?? null;
    const issued = valueOf(named(exchanged, 'issuedatetime'));
    const recordedAt = issued === null ? null : (timeOf(issued, null, scope)?.instant ?? null);
    const messageRef = valueOf(named(exchanged, 'id'));
    const attested = events.map((event) => ({ event, messageRef, span: where.span, recordedAt }));
    return { message: { thread: null, version: versionOf(recordedAt), attested, retraction: null } };
  };
}

/** Events stand in the consignment, in a movement (then they happen to what it carries) or in a piece of equipment. */
function eventsOf(
  element: XmlElement,
  means: TransportRef | null,
  equipment: EquipmentRef | null,
  cargo: Cargo,
  where: Where,
  scope: ClaimContext,
): TrackingEvent[] {
  return element.children.flatMap((child): TrackingEvent[] => {
    if (isPart(child.name, 'event')) return eventClaims(child, means, equipment, cargo, where, scope);
    if (isPart(child.name, 'transportmovement'))
      return eventsOf(child, meansOf(child, where, scope), equipment, cargo, where, scope);
    if (isPart(child.name, 'transportequipment'))
      return eventsOf(child, means, equipmentOf(child, where, scope), cargo, where, scope);
    return [];
  });
}

function eventClaims(
  event: XmlElement,
  means: TransportRef | null,
  equipment: EquipmentRef | null,
  cargo: Cargo,
  where: Where,
  scope: ClaimContext,
): TrackingEvent[] {
  const { findings } = scope;
  const place = placeOf(parts(event, 'location')[0] ?? null, where, scope);
  const role = event.name.replace(/(?:Transport)?Event$/i, '').toLowerCase();
  const status = valueOf(named(event, 'typecode'));
  const known = ROLES.find(role);
  const isTyped = known === null || known.canonical === null;
  const list = isTyped && status !== null ? STATUSES : ROLES;
  const raw = isTyped && status !== null ? status : role;
  // What a status says of means and load state stands behind its event, where a row has them.
  const code = list.find(raw)?.canonical?.split(/[\s:+]/)[0] ?? null;
  const times = TIMES.flatMap(([name, classifier]) => {
    const written = valueOf(named(event, name));
    if (written === null) return [];
    const time = timeOf(written, place, scope);
    if (!time) findings.add('BAD_TIME', 'WARNING', `${where.at}/${event.name}/${name}`, written, where.span);
    else if (time.zoneSource === 'SENDER_DEFAULT')
      findings.addOnce(
        'UNKNOWN_ZONE',
        'WARNING',
        `${where.at}/${event.name}`,
        scope.source.defaultZone,
        where.span,
      );
    return time ? [{ time, classifier }] : [];
  });
  if (times.length === 0) return [];
  if (code === null) findings.unmapped(list, raw, `${where.at}/${event.name}`, where.span);
  const text = valueOf(named(event, 'description'));
  const isNamed = equipment ?? cargo.documents[0] ?? (means?.voyage || means?.departureDate ? means : null);
  // What nothing else names happened to each of its boxes.
  const about = isNamed ? [equipment] : cargo.boxes;
  if (about.length === 0) {
    findings.add('MISSING_FIELD', 'ERROR', `${where.at}/ID`, null, where.span);
    return [];
  }
  const sets = documentSets(cargo.documents).flatMap((documents) =>
    about.map((box) => ({ documents, equipment: box })),
  );
  return times.flatMap(({ time, classifier }) =>
    sets.map((subject) =>
      claim({
        ...subject,
        code: (code ?? 'UNMAPPED') as EventCode,
        classifier,
        time,
        place: place?.ref ?? null,
        transport: means,
        contents: subject.equipment ? [] : cargo.boxes,
        parties: cargo.parties,
        goods: cargo.goods,
        reason: text === null ? null : { scheme: null, code: null, text: text.slice(0, 500) },
        rawCode: status === null ? event.name : `${event.name}+${status}`,
      }),
    ),
  );
}

function placeOf(
  location: XmlElement | null,
  where: Where,
  { places, source, findings }: ClaimContext,
): ResolvedPlace | null {
  const id = valueOf(named(location, 'id'));
  const name = valueOf(named(location, 'name'));
  const locode =
    id === null ? null : (/([A-Z]{2})[: ]?([A-Z2-9]{3})$/i.exec(id.slice(-12))?.slice(1).join('') ?? null);
  const alias = id === null ? undefined : source.placeAliases[id];
  if (alias !== undefined || (locode !== null && places.findLocode(source.placeAliases[locode] ?? locode)))
    return resolveLocode(alias ?? locode ?? '', null, places, source.placeAliases);
  const raw = name ?? id;
  if (raw === null) return null;
  findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, id ?? name, where.span);
  return { ref: placeRef({ raw: raw.slice(0, 256) }), place: null };
}

/** ISO 8601, or the compact forms of UNTDID 2379 (102, 203, 205); local to the place where it says no offset. */
function timeOf(written: string, place: ResolvedPlace | null, { source }: ClaimContext): EventTime | null {
  const [, compact, offset] = /^(\d{12})([+-]\d{4})$/.exec(written) ?? [];
  const clock = readWallClock(compact ?? written);
  const zone = offset ? `${offset.slice(0, 3)}:${offset.slice(3)}` : null;
  return (
    clock &&
    eventTimeAt(zone ? { ...clock, explicitZone: zone } : clock, place?.place ?? null, source.defaultZone)
  );
}
