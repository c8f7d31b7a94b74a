import { parseAwb } from 'graph-schema/codes/awb';
import { parseBooking } from 'graph-schema/codes/booking';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { compactBounded } from 'graph-schema/codes/outcome';
import { documentRef, goods, party } from 'graph-schema/domain/claim';
import type { DocumentRef, EquipmentRef, GoodsRef, PartyRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { readBox } from '../../claims/ports/box.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { isPart, named, parts, valueOf } from './names.ts';

const TYPES = loadCodeList('uncefact-mmt/document-types');
const PARTIES = loadCodeList('uncefact-mmt/party-names');
const MOST = 200;
/** The address of a node in linked data: it names a page or a graph, and nobody types it into a search. */
const ADDRESS = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|urn:|_:)/i;

/** What a consignment says of itself, which each of its events repeats. */
export interface Cargo {
  readonly documents: readonly DocumentRef[];
  readonly boxes: readonly EquipmentRef[];
  readonly parties: readonly PartyRef[];
  readonly goods: readonly GoodsRef[];
}

export function cargoOf(unit: XmlElement, where: Where, scope: ClaimContext): Cargo {
  return {
    documents: isPart(unit.name, 'consignment') ? documentsOf(unit, where, scope) : [],
    boxes: parts(unit, 'transportequipment')
      .slice(0, MOST)
      .flatMap((one) => equipmentOf(one, where, scope) ?? []),
    parties: partiesOf(unit),
    goods: parts(unit, 'consignmentitem').slice(0, MOST).flatMap(goodsOf),
  };
}

/** The transport contract by its type, the ids that parties gave the consignment, and its other papers, each once. */
function documentsOf(unit: XmlElement, where: Where, scope: ClaimContext): DocumentRef[] {
  const found = new Map<string, DocumentRef>();
  const add = (document: DocumentRef | null): void => {
    if (document && found.size < MOST) found.set(`${document.scheme}\n${document.number}`, document);
  };
  const contracts = unit.children.filter(({ name }) => /document$/i.test(name));
  for (const contract of contracts) {
    const isContract = /transportcontract/i.test(contract.name);
    const type = valueOf(named(contract, 'typecode'));
    const row = TYPES.find(type ?? (isContract ? `CONTRACT+${modeOf(unit)}` : ''));
    if (type !== null && !row)
      scope.findings.unmapped(TYPES, type, `${where.at}/${contract.name}`, where.span);
    add(
      numbered(
        row?.canonical ?? 'REFERENCE',
        valueOf(named(contract, 'issuerassignedid')) ?? valueOf(named(contract, 'id')),
        type ?? contract.name,
        where,
        scope,
      ),
    );
  }
  const booking = valueOf(
    named(unit, 'bookingid', 'bookingnumber', 'carrierassignedid', 'carrierassignedidentifier'),
  );
  add(numbered('BOOKING', booking, 'CarrierAssignedID', where, scope));
  for (const name of [
    'id',
    'globalid',
    'consignorassignedid',
    'consigneeassignedid',
    'freightforwarderassignedid',
  ])
    add(numbered('REFERENCE', valueOf(named(unit, name)), name, where, scope));
  return [...found.values()];
}

function modeOf(unit: XmlElement): string {
  const movement = parts(unit, 'transportmovement')[0] ?? null;
  return valueOf(named(movement, 'modecode')) ?? '';
}

function numbered(
  scheme: string,
  written: string | null,
  declaredAs: string,
  { at, span }: Where,
  { source, findings }: ClaimContext,
): DocumentRef | null {
  if (written === null || ADDRESS.test(written)) return null;
  const parsed =
    scheme === 'MASTER_BILL'
      ? parseOceanBill(written, source.scac)
      : scheme === 'BOOKING'
        ? parseBooking(written)
        : scheme === 'AWB'
          ? parseAwb(written)
          : null;
  if (parsed && !parsed.ok) findings.addOnce(parsed.problem, 'WARNING', `${at}/${declaredAs}`, written, span);
  if (parsed?.ok) {
    const issuer = scheme === 'MASTER_BILL' ? (carrierOfBill(parsed.value)?.carrier.scac ?? null) : null;
    return documentRef(scheme as DocumentRef['scheme'], parsed.value, { declaredAs, issuer });
  }
  const number = compactBounded(written).slice(0, 100);
  const kept = parsed ? 'REFERENCE' : scheme;
  return number === '' ? null : documentRef(kept as DocumentRef['scheme'], number, { declaredAs });
}

/** A container with size and seals; other equipment (pallets, trailers) has numbers of its own owner and is left out. */
export function equipmentOf(equipment: XmlElement, where: Where, scope: ClaimContext): EquipmentRef | null {
  const number = valueOf(named(equipment, 'id'));
  if (number === null || !/^[A-Z]{4}[\s-]?\d{6}/i.test(number.trim())) return null;
  const sizeType = valueOf(named(equipment, 'characteristiccode', 'sizetypecode'));
  const seals = parts(equipment, 'seal').flatMap((seal) => valueOf(named(seal, 'id')) ?? []);
  return readBox({ number, sizeType, seals }, where, scope);
}

function partiesOf(unit: XmlElement): PartyRef[] {
  return unit.children.flatMap((child) => {
    const role =
      PARTIES.find(child.name.replace(/(?:Trade)?(?:Party)?$/i, '').toLowerCase())?.canonical ?? null;
    if (role === null) return [];
    const name = valueOf(named(child, 'name'));
    const code = valueOf(named(child, 'globalid', 'id'));
    if (name === null && code === null) return [];
    return [party(role as PartyRef['role'], { name, id: code === null ? null : { scheme: 'LOCAL', code } })];
  });
}

function goodsOf(item: XmlElement): GoodsRef[] {
  const nature = parts(item, 'transportcargo')[0] ?? null;
  const description =
    valueOf(named(nature, 'identification')) ??
    valueOf(named(item, 'information', 'description', 'naturetransportcargo'));
  const weight = Number(valueOf(named(item, 'grossweightmeasure', 'grossweight')));
  const hs = valueOf(named(item, 'typecode'))?.replace(/\D/g, '') ?? '';
  if (description === null && !(weight > 0) && hs === '') return [];
  return [
    goods({
      description: description?.slice(0, 1000) ?? null,
      hsCode: hs.length >= 4 ? hs : null,
      grossKg: Number.isFinite(weight) && weight > 0 ? weight : null,
    }),
  ];
}
