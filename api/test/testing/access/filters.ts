import type { Group, ToldShipment } from './model.ts';
import {
  COMPANIES,
  FLIGHT,
  OFFICES,
  PORT,
  PORT_BEHIND,
  SHIP,
  TRAIN,
  VOYAGES,
  voyageOf,
  type Role,
} from './told-cargo.ts';

/** A way to ask for some of a list, the group of fields that it asks about, and what it stands for by what was told. */
export interface Filter {
  readonly field: string;
  readonly value: string;
  /** As it stands in a question. */
  readonly asked: string;
  readonly group: Group;
  readonly fits: (shipment: ToldShipment) => boolean;
}

type Fits = Filter['fits'];

function filter(field: string, value: string, group: Group, fits: Fits): Filter {
  return { field, value, asked: `${field}: ${JSON.stringify(value)}`, group, fits };
}

/** By each number, party, run and place that there is, and by some that there are not. */
export function filtersOf(shipments: readonly ToldShipment[]): Filter[] {
  return [
    ...shipments.flatMap(byPapers),
    ...[...new Set(shipments.map(({ box }) => box))].flatMap(byBox),
    ...byParties(),
    ...byRuns(),
    ...byPlaces(),
    ...NOBODYS,
  ];
}

function byPapers(shipment: ToldShipment): Filter[] {
  const { number, box, cargo } = shipment;
  const self: Fits = (one) => one.number === number;
  const bills = {
    // Each house shows the number of its master.
    SEA: cargo?.master ? filter('houseBill', number, 'PAPERS', self) : filter('bill', number, 'PAPERS', (one) => one.box === box),
    AIR: filter('waybill', number, 'PAPERS', self),
    RAIL: filter('waybill', number, 'PAPERS', self),
  };
  const { declared = null, transit = null, order = null } = cargo ?? {};
  return [
    bills[box.way],
    ...(declared ? [filter('declaration', declared.number, 'PAPERS', (one) => one.cargo?.declared?.number === declared.number)] : []),
    ...(transit ? [filter('transit', transit.number, 'PAPERS', (one) => one.cargo?.transit?.number === transit.number)] : []),
    ...(order ? [filter('purchaseOrder', order, 'PAPERS', (one) => one.cargo?.order === order)] : []),
  ];
} // prettier-ignore

function byBox(box: ToldShipment['box']): Filter[] {
  const within: Fits = (one) => one.box === box;
  return [
    ...(box.box ? [filter('container', box.box, 'MILESTONES', within)] : []),
    ...(box.booking ? [filter('booking', box.booking, 'PAPERS', within)] : []),
  ];
} // prettier-ignore

function byParties(): Filter[] {
  const roles = { consignor: 'CONSIGNOR', consignee: 'CONSIGNEE', declarant: 'DECLARANT' } as const;
  return Object.entries(roles).flatMap(([field, role]) =>
    COMPANIES.map((company, index) =>
      filter(field, company, 'PARTIES', ({ cargo }) => cargo?.instructions.some(({ parties }) => parties[role satisfies Role] === index) ?? false),
    ),
  );
} // prettier-ignore

/** What carries it is no secret of whoever sees where it is; a ship's voyage is that ship's. */
function byRuns(): Filter[] {
  const isBy = (way: string): Fits => ({ box }) => box.way === way;
  const onVoyage = (voyage: string): Fits => ({ box }) => box.way === 'SEA' && voyageOf(box) === voyage;
  const both = (vessel: string, voyage: string, fits: Fits): Filter => ({
    ...filter('vessel and voyage', `${vessel} ${voyage}`, 'MILESTONES', fits),
    asked: `vessel: "${vessel}", voyage: "${voyage}"`,
  });
  return [
    filter('vessel', SHIP.name, 'MILESTONES', isBy('SEA')),
    filter('vessel', SHIP.imo, 'MILESTONES', isBy('SEA')),
    ...VOYAGES.flatMap((voyage) => [filter('voyage', voyage, 'MILESTONES', onVoyage(voyage)), both(SHIP.name, voyage, onVoyage(voyage))]),
    both('SAMPLE MOON', VOYAGES[1], () => false),
    filter('flight', FLIGHT, 'MILESTONES', isBy('AIR')),
    filter('train', TRAIN, 'MILESTONES', isBy('RAIL')),
  ];
} // prettier-ignore

function byPlaces(): Filter[] {
  const atSea: Fits = ({ box }) => box.way === 'SEA';
  const before = (office: string): Fits => ({ cargo }) =>
    [cargo?.declared, cargo?.transit].some((paper) => paper?.office === office);
  return [
    ...[PORT, PORT_BEHIND].map((port) => filter('port', port, 'MILESTONES', atSea)),
    filter('port', 'LULUX', 'MILESTONES', ({ box }) => box.way === 'AIR'),
    filter('port', 'SGSIN', 'MILESTONES', () => false),
    filter('origin', PORT, 'MILESTONES', atSea),
    filter('destination', PORT_BEHIND, 'MILESTONES', atSea),
    ...[...OFFICES, '9999'].map((office) => filter('office', office, 'PAPERS', before(office))),
  ];
} // prettier-ignore

/** Of the shape of what there is. */
const NOBODYS: readonly Filter[] = (
  [
    ['bill', 'COSU6499999999'],
    ['declaration', '310420260999999999'],
    ['consignee', '91110000600037341L'],
    ['booking', 'TLB9999999'],
    ['purchaseOrder', 'TLPO9999999'],
    ['waybill', '999-99999993'],
  ] as const
).map(([field, value]) => filter(field, value, 'PAPERS', () => false));
