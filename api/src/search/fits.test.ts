import { termQueryText } from 'graph-schema/cypher/search/term-query';
import { expect, it } from 'vitest';
import { ownGroups } from './fits.ts';

it('asks by the limits of a key, and by those for everybody of what was not judged by them yet', () => {
  const groups = ownGroups([[{ text: 'EXCEPTION:ROLLED' }], [{ text: 'PORT:CNNBO' }]], 'FORWARDER');
  expect(termQueryText({ facets: groups, sight: null })).toBe(
    '+(facets:"EXCEPTION@FORWARDER:ROLLED" (+facets:"EXCEPTION:ROLLED" -facets:"JUDGED:FORWARDER")) +(facets:"PORT:CNNBO")',
  );
});
