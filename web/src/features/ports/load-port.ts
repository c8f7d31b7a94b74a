import { askApi } from '../../gql/ask-api.ts';
import { type Port, PortDocument } from './ports.graphql.ts';

export type LoadedPort =
  | {
      readonly outcome: 'FOUND';
      readonly port: Port;
      /** As of when it stands in the answer, UTC; null: now. */
      readonly asOf: string | null;
    }
  | { readonly outcome: 'NOT_FOUND' }
  | { readonly outcome: 'NO_ANSWER' };

/** A port for the first answer of its page; of now where nothing can be said of the instant, and the page says why. */
export async function loadPort(code: string, asOf: string | null): Promise<LoadedPort> {
  const answer = await askApi(PortDocument, { code, asOf });
  if (!answer.ok) return asOf === null ? { outcome: 'NO_ANSWER' } : loadPort(code, null);
  const { port } = answer.data;
  return port.__typename === 'Port' ? { outcome: 'FOUND', port, asOf } : { outcome: 'NOT_FOUND' };
}
