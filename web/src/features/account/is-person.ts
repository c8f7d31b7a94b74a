import type { Viewer } from './account.graphql.ts';

/** Whether somebody may share and see accounts: a person who signed in, or whoever runs a service where nobody has to. */
export function isPerson({ kind }: Pick<Viewer, 'kind'>): boolean {
  return kind === 'MEMBER' || kind === 'OPERATOR';
}
