import { heirsOfShipments, listWatchEntries } from 'graph-schema/cypher/access/watch-entries';
import { findShipmentsByNumber } from 'graph-schema/cypher/read/find-shipments-by-number';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { before, meantBy } from 'graph-schema/domain/watch/meant-by';
import { numbersShown } from '../access/numbers-shown.ts';
import type { Context, NumberHit } from '../context.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { findOwn } from './own-lists.ts';

/** What a watch list leads to. */
export interface Watched {
  /** Shipments; for whoever does not see all, with those that are only meant where he sees none that comes before them. */
  readonly ids: readonly string[];
  /** Whether what somebody sees of a shipment is meant by it. */
  isMeant(view: ShipmentView): Promise<boolean>;
}

const AT_ONCE = 5000;

/** All that is in a list, by what it leads to now. A list that is not the asker's leads nowhere. */
export async function loadWatched(
  context: Pick<Context, 'graph' | 'asker' | 'access' | 'shipments'>,
  id: string,
): Promise<Watched> {
  const { graph, asker, access, shipments } = context;
  const list = await findOwn(context, id);
  const entries = list ? await access.accounts.read(listWatchEntries, { list: list.id }) : [];
  const named = entries.flatMap(({ key, keys }) => (keys.length === 0 ? [key] : []));
  const byNumber = await hitsOf(graph, entries.flatMap(({ keys }) => keys) as IdentifierKey[]);
  const heirs = new Set(named.length > 0 ? (await graph.run(heirsOfShipments, { ids: named })).map(({ heir }) => heir) : []);
  const numbered = [...byNumber].flatMap(([key, hits]) =>
    asker.sight === 'ALL' ? meantBy(key, hits) : hits.flatMap(({ shipment }) => shipment ?? []),
  );
  const isSeen = async (hit: NumberHit) => hit.shipment !== null && (await shipments.load(hit.shipment)) !== null;
  const isMeantBy = async (key: IdentifierKey, shipment: string): Promise<boolean> => {
    const hits = byNumber.get(key) ?? [];
    for (const hit of hits.filter((one) => one.shipment === shipment)) {
      const earlier = await Promise.all(before(key, hit, hits).map(isSeen));
      if (!earlier.includes(true)) return true;
    }
    return false;
  };
  return {
    ids: [...new Set([...heirs, ...numbered])],
    async isMeant(view) {
      if (heirs.has(view.id)) return true;
      // By a number only where he sees that it is one of the shipment.
      const keys = [...numbersShown(view)].filter((key): key is IdentifierKey => byNumber.has(key as IdentifierKey));
      return (await Promise.all(keys.map((key) => isMeantBy(key, view.id)))).includes(true);
    },
  };
} // prettier-ignore

async function hitsOf(
  graph: Context['graph'],
  keys: readonly IdentifierKey[],
): Promise<ReadonlyMap<IdentifierKey, readonly NumberHit[]>> {
  const all = [...new Set(keys)];
  const byNumber = new Map<IdentifierKey, NumberHit[]>();
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const rows = await graph.run(findShipmentsByNumber, { keys: all.slice(at, at + AT_ONCE) });
    for (const { key, ...hit } of rows) {
      const hits = byNumber.get(key as IdentifierKey);
      if (hits) hits.push(hit);
      else byNumber.set(key as IdentifierKey, [hit]);
    }
  }
  return byNumber;
}
