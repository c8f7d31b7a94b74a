import type { Asker } from 'graph-schema/domain/access/asker';

/** Whose webhooks somebody has: those of his organisation; whoever runs the service has the service's. */
export function ownerOf({ sight, organisation }: Pick<Asker, 'sight' | 'organisation'>): string | null {
  return sight === 'ALL' ? null : (organisation ?? '');
}
