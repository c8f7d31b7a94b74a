import { type ApiAnswer, askApi } from '../../gql/ask-api.ts';
import {
  MoreShipmentsDocument,
  type ShipmentList,
  ShipmentsDocument,
  type ShipmentsQuestion,
} from './shipments.graphql.ts';

/** So many the API gives at once. */
const AT_ONCE = 100;

/**
 * A list of so many rows. It ends early where few of those that are looked through fit, or the API fails meanwhile; what is behind can be
 * gone on to.
 */
export async function loadShipments(question: ShipmentsQuestion, rows: number): Promise<ApiAnswer<ShipmentList>> {
  const begun = await askApi(ShipmentsDocument, { ...question, first: Math.min(rows, AT_ONCE) });
  if (!begun.ok) return begun;
  let { pageInfo } = begun.data.shipments;
  // What moves down the list meanwhile would come again.
  const edges = new Map(begun.data.shipments.edges.map((edge) => [edge.node.id, edge]));
  for (let read = AT_ONCE; read < rows && pageInfo.hasNextPage && pageInfo.endCursor; read += AT_ONCE) {
    const more = await askApi(MoreShipmentsDocument, { ...question, first: AT_ONCE, after: pageInfo.endCursor });
    if (!more.ok) break;
    for (const edge of more.data.shipments.edges) edges.set(edge.node.id, edge);
    pageInfo = more.data.shipments.pageInfo;
  }
  return { ok: true, data: { ...begun.data.shipments, edges: [...edges.values()], pageInfo } };
} // prettier-ignore
