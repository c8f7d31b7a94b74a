import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import type { Milestone } from '../journey/shipment.graphql.ts';
import { sampleMilestone } from '../journey/testing/sample-milestone.ts';
import { csvOf } from './csv.ts';
import { milestoneHeads, milestoneRows } from './milestone-rows.ts';

const t = createTranslator({ locale: 'en', messages: en });
const names = {
  event: ({ code }: { code: string }) => code,
  place: ({ name }: { name: string }) => name,
  transport: () => 'train',
  source: ({ name }: { name: string }) => name,
};
const voice = (id: string): Milestone['voices'][number] => {
  const { time } = sampleMilestone(id, '2026-11-21T09:30');
  const source = { id, name: id, nameZh: null, kind: 'TERMINAL' as const };
  const evidence = { rawId: id, format: 'codeco', receivedAt: time.instant, sha256: 'ab', before: '', span: '', after: '' };
  return { eventId: id, source, time, place: null, rawCode: '36', messageRef: null, evidence };
}; // prettier-ignore

it('has a row for each who says so, and one for what nobody says, in the order of time', () => {
  const gate = sampleMilestone('gate', '2026-11-21T09:28', { voices: [voice('NBCT'), voice('COSU')] });
  const guess = sampleMilestone('guess', '2026-11-20T08:00', {
    dimension: 'DOCUMENT',
    code: 'DECL_RELEASED',
  });
  const heads = milestoneHeads(t);
  const rows = milestoneRows({ logistics: [gate], documents: [guess] }, names, t);
  const column = (name: string) => rows.map((cells) => cells[heads.indexOf(name)]);
  expect(rows.every((cells) => cells.length === heads.length)).toBe(true);
  expect(column('Line')).toEqual(['Documents', 'Logistics', 'Logistics']);
  expect(column('Time (UTC)')[1]).toBe('2026-11-21T01:28:00Z');
  expect(column('Local time')[1]).toBe('2026-11-21 09:28');
  expect(column('Source')).toEqual([null, 'NBCT', 'COSU']);
});

it('is a table that a spreadsheet reads as text', () => {
  expect(csvOf([['a', null, 'say "x", y'], ['=1+1', '-']])).toBe(`\uFEFFa,,"say ""x"", y"\r\n'=1+1,'-\r\n`); // prettier-ignore
});
