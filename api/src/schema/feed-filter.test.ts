import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readFilter } from './feed-filter.ts';

const refused = (filter: Parameters<typeof readFilter>[0]): unknown => {
  try {
    return readFilter(filter);
  } catch (error) {
    return error instanceof GraphQLError ? { message: error.message, ...error.extensions } : error;
  }
};

describe('a filter of the feed', () => {
  it('is read as people write it', () => {
    const read = readFilter({ numbers: ['COSU 6412780350'], codes: ['GATED_OUT'] });
    expect(read.numbers).toContain('MASTER_BILL:COSU6412780350');
    expect(read).toMatchObject({ codes: ['GATED_OUT'] });
  });

  it('is refused with what nobody can read: it would wait for that in vain, and say nothing', () => {
    expect(refused({ numbers: ['COSU6412780350', '???'] })).toMatchObject({
      code: 'BAD_NUMBER',
      value: '???',
      message: '“???” cannot be read as the number of a paper or a box.',
    });
    expect(refused({ codes: ['GATE_OUT'] })).toMatchObject({ code: 'UNKNOWN_CODE', value: 'GATE_OUT' });
  });
});
