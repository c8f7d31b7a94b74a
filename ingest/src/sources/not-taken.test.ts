import { expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../formats/index.ts';
import { readMessage } from '../pipeline/read.ts';
import { noticeOf } from './not-taken.ts';

it('is read as what it is, also of a source that may send one format only', () => {
  const source = { ...sampleSource, formats: ['edifact-codeco'] };
  const context = { receivedAt: '2026-11-21T02:00:00Z', source, places: sampleGazetteer };
  const notice = noticeOf({ name: 'a "b".xlsx', bytes: 11, bytesMax: 10, state: 's' });
  const { format, interpretation } = readMessage(notice, context, FORMATS);
  expect(format).toBe('not-taken-1');
  expect(interpretation.issues).toMatchObject([
    { code: 'TOO_LARGE', severity: 'ERROR', at: 'a "b".xlsx', value: '11 > 10 bytes' },
  ]);
});
