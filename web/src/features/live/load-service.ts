import { cache } from 'react';
import { askApi } from '../../gql/ask-api.ts';
import { type Service, ServiceDocument } from './service.graphql.ts';

interface LoadedService {
  /** Null when the API does not answer; the page then goes by this machine's clock. */
  readonly service: Service | null;
  readonly now: string;
  readonly clockRate: number;
}

/** The service clock, once per request. */
export const loadService = cache(async (): Promise<LoadedService> => {
  const answer = await askApi(ServiceDocument, {});
  if (!answer.ok) return { service: null, now: new Date().toISOString(), clockRate: 1 };
  const { service } = answer.data;
  return { service, now: service.now, clockRate: service.clockRate };
});
