import { claim, goods, party, transport } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type {
  DocumentRef,
  EquipmentRef,
  GoodsRef,
  PartyRef,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../claim-context.ts';
import { documentSets } from '../json/document-sets.ts';
import { isBatch, readEpc } from './epc.ts';
import type { EpcisEvent, EpcisQuantity, SensorReport } from './epcis-event.ts';
import { glnOf } from './gln.ts';
import type { ReadLocation } from './locations.ts';
import { meaningOf } from './meaning.ts';
import { readMeasurements } from './measurements.ts';
import { epcisTime } from './time.ts';
import { readTransactions } from './transactions.ts';
import { termOf } from './vocabulary.ts';

const PARTIES = loadCodeList('epcis/party-types');
const ALERTS = loadCodeList('epcis/sensor-alerts');
const DISPOSITION = 'EPCIS_DISPOSITION';

export interface EpcisScope extends ClaimContext {
  readonly locate: ReadLocation;
}

/**
 * The claims of one event: one for each thing it names, the parent's with its children as contents. Of several bills
 * and several things nobody knows which travels under which: then each bill makes a claim of its own. A sensor that
 * raises an alarm makes one more claim for each. Empty when a finding says why.
 */
export function eventClaims(event: EpcisEvent, where: Where, scope: EpcisScope): TrackingEvent[] {
  const { findings, source } = scope;
  const place =
    scope.locate(event.readPoint, { ...where, at: `${where.at} readPoint` }) ??
    scope.locate(event.bizLocation, { ...where, at: `${where.at} bizLocation` });
  if (event.eventTime === null) return refused('MISSING_FIELD', 'eventTime', null, where, scope);
  const time = epcisTime(event.eventTime, event.offset, place?.place ?? null, source.defaultZone);
  if (!time) return refused('BAD_TIME', 'eventTime', event.eventTime, where, scope);
  if (time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${where.at} eventTime`, source.defaultZone, where.span);

  const parent = event.parent === null ? null : readEpc(event.parent, where, scope);
  const batches = event.quantities.flatMap(({ epcClass }) =>
    epcClass && isBatch(epcClass) ? [epcClass] : [],
  );
  const things = new Set([...event.objects, ...batches]);
  const children = [...things].flatMap((epc) => readEpc(epc, where, scope)?.equipment ?? []);
  const documents = readTransactions(event.transactions, where, scope);
  if (!parent?.equipment && children.length === 0 && documents.length === 0) {
    const [counted] = event.quantities;
    if (!counted) return refused('MISSING_FIELD', 'epcList', null, where, scope);
    // So many of a class of goods, as QuantityEvent of 1.x has it: no thing and no paper that could be looked for.
    const text =
      `${counted.quantity ?? ''} × ${counted.epcClass ?? ''}: a class of goods, and no bizTransaction`.trim();
    findings.add('UNSUPPORTED', 'INFO', `${where.at} quantityList`, text, where.span);
    return [];
  }
  const meaning = meaningOf(event, parent?.vesselImo ? 'VESSEL' : kindOf(parent?.equipment), where, scope);
  if (!meaning) return [];

  const disposition = event.disposition === null ? null : termOf(event.disposition);
  const common = {
    ...meaning,
    classifier: 'ACTUAL' as const,
    time,
    place: place?.ref ?? null,
    transport: parent?.vesselImo ? transport({ mode: 'VESSEL', vesselImo: parent.vesselImo }) : null,
    from: scope.locate(locationIn(event.sources), where)?.ref ?? null,
    to: scope.locate(locationIn(event.destinations), where)?.ref ?? null,
    reason: disposition === null ? null : { scheme: DISPOSITION, code: disposition, text: null },
    parties: partiesOf(event),
    measurements: readMeasurements(event.reports),
  };
  const lines = goodsOf(event.quantities);
  const claims = claimsAbout({ ...common, goods: lines }, parent?.equipment ?? null, children, documents);
  const alarm = alarmOf(event.reports);
  if (!alarm) return claims;
  return [...claims, ...claims.map((one) => ({ ...one, code: alarm.code, rawCode: alarm.raw }))];
}

type Common = Omit<
  TrackingEvent,
  'equipment' | 'documents' | 'contents' | 'loadState' | 'quantity' | 'stowage'
>;

function claimsAbout(
  common: Common,
  parent: EquipmentRef | null,
  children: readonly EquipmentRef[],
  documents: readonly DocumentRef[],
): TrackingEvent[] {
  const things = parent ? [parent, ...children] : children;
  const sets = documentSets(documents);
  const [only = []] = sets;
  if (things.length === 0) return sets.map((set) => claim({ ...common, documents: set }));
  const about = (thing: EquipmentRef, set: readonly DocumentRef[]): TrackingEvent =>
    claim({
      ...common,
      equipment: thing,
      contents: thing === parent ? children : [],
      // What a quantity counts is in the parent, or is not said of one child more than of another.
      goods: parent && thing !== parent ? [] : common.goods,
      documents: set,
    });
  if (sets.length === 1) return things.map((thing) => about(thing, only));
  if (things.length === 1) return sets.flatMap((set) => things.map((thing) => about(thing, set)));
  const free = documents.filter(({ scheme }) => scheme !== 'MASTER_BILL');
  return [
    ...things.map((thing) => about(thing, free)),
    ...sets.map((set) => claim({ ...common, documents: set })),
  ];
}

function kindOf(equipment: EquipmentRef | null | undefined): 'CONTAINER' | 'SSCC' | 'ITEM' | null {
  if (!equipment) return null;
  return equipment.kind === 'CONTAINER' || equipment.kind === 'SSCC' ? equipment.kind : 'ITEM';
}

function locationIn(list: EpcisEvent['sources']): string | null {
  return list.find(({ type }) => type !== null && termOf(type) === 'location')?.uri ?? null;
}

function partiesOf({ sources, destinations }: EpcisEvent): PartyRef[] {
  const parties: PartyRef[] = [];
  for (const [side, list] of [
    ['source', sources],
    ['destination', destinations],
  ] as const) {
    // prettier-ignore
    for (const { type, uri } of list.slice(0, 20)) {
      const row = type === null ? null : PARTIES.find(`${side}+${termOf(type)}`);
      if (row && row.canonical === null) continue;
      const gln = glnOf(uri);
      const id = gln === null ? { scheme: 'LOCAL', code: uri.slice(0, 256) } : { scheme: 'GLN', code: gln };
      parties.push(party((row?.canonical ?? 'OTHER') as PartyRef['role'], { id }));
    }
  }
  return parties;
}

function goodsOf(quantities: readonly EpcisQuantity[]): GoodsRef[] {
  return quantities.slice(0, 1000).map(({ epcClass, quantity, uom }) =>
    goods({
      description: epcClass,
      pieces: uom === null && quantity !== null && Number.isSafeInteger(quantity) ? quantity : null,
      grossKg: uom === 'KGM' ? quantity : null,
    }),
  );
}

function alarmOf(
  reports: readonly SensorReport[],
): { readonly code: EventCode; readonly raw: string } | null {
  for (const { exception } of reports) {
    const raw = exception === null ? null : termOf(exception);
    const code = raw === null ? null : ALERTS.find(raw)?.canonical;
    if (raw !== null && code) return { code: code as EventCode, raw };
  }
  return null;
}

function refused(
  code: 'MISSING_FIELD' | 'BAD_TIME',
  field: string,
  value: string | null,
  { at, span }: Where,
  { findings }: EpcisScope,
): [] {
  findings.add(code, 'ERROR', `${at} ${field}`, value, span);
  return [];
}
