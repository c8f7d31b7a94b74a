import { NOBODY, OPERATOR, type Asker } from 'graph-schema/domain/access/asker';
import { describe, expect, it } from 'vitest';
import { audienceOf } from './audience.ts';

const member: Asker = {
  ...NOBODY,
  kind: 'API_KEY',
  organisation: 'org_1',
  roles: ['TRADER'],
  sight: ['PORT:CNNBO', 'OFFICE:3104'],
  actor: 'key_1',
  groups: ['ETA'],
};

describe('an audience', () => {
  it('is the same for two keys of one organisation that show the same', () => {
    expect(audienceOf({ ...member, actor: 'key_2', sight: ['OFFICE:3104', 'PORT:CNNBO'] })).toBe(audienceOf(member));
  }); // prettier-ignore

  it.each<[string, Partial<Asker>]>([
    ['kind', { kind: 'MEMBER' }],
    ['organisation', { organisation: 'org_2' }],
    ['roles', { roles: ['CARRIER'] }],
    ['keys', { sight: ['PORT:CNNBO'] }],
    ['sight of all', { sight: 'ALL' }],
    ['fields', { groups: null }],
    ['grants', { granted: [{ shipment: 'shp_1', groups: ['ETA'], until: null }] }],
    ['end of a grant', { granted: [{ shipment: 'shp_1', groups: ['ETA'], until: 1 }] }],
    ['sources', { sources: ['own'] }],
    ['rights', { isAdmin: true }],
  ])('is another by its %s', (_, other) => {
    const granted = other.granted?.[0]?.until === 1 ? { granted: [{ shipment: 'shp_1', groups: ['ETA' as const], until: null }] } : {};
    expect(audienceOf({ ...member, ...other })).not.toBe(audienceOf({ ...member, ...granted }));
    expect(audienceOf({ ...member, ...other })).not.toBe(audienceOf(OPERATOR));
  }); // prettier-ignore
});
