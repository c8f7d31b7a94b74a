import { describe, expect, it } from 'vitest';
import { claim, container } from '../../../src/domain/claim.ts';
import type { EventCode } from '../../../src/domain/event-code.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { told } from '../../../src/testing/journey-story.ts';
import { ningbo } from '../../../src/testing/sample-locations.ts';
import { showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const [declaration, second] = ['DECLARATION:310420261000000014', 'DECLARATION:310420261000000022'] as const;
const [one, two] = ['CSQU3054383', 'CBHU6142088'] as const;

interface Says {
  readonly pieces?: number;
  readonly grossKg?: number;
  readonly boxes?: readonly string[];
  readonly seal?: string;
  readonly consignee?: string;
}

function says(code: EventCode, when: string, what: Says, paper: IdentifierKey = bill): FactClaim {
  const { pieces = null, grossKg = null, boxes = [], seal, consignee } = what;
  const base = told('CUSTOMS', code, when, ningbo, { paper, pieces: { pieces, grossKg } });
  const event = claim({
    ...base.event,
    contents: boxes.map((box) => ({ ...container(box), seals: seal === undefined ? [] : [seal] })),
    parties: consignee === undefined ? [] : [{ role: 'CONSIGNEE', name: consignee, id: null }],
  });
  return { ...base, id: eventId(event), event };
}
const of = (story: readonly FactClaim[], instant = '2026-12-31T00:00:00Z') =>
  showExceptions(bill, story, instant).split('\n').filter((line) => line.includes('DOCUMENT_MISMATCH')); // prettier-ignore

describe('papers of one cargo', () => {
  it('that name other pieces do not agree from the second of them on, until it is amended', () => {
    const story = [
      says('BL_ISSUED', '2026-11-01 08:00', { pieces: 100, grossKg: 20_000 }),
      says('MANIFEST_SUBMITTED', '2026-11-05 08:00', { pieces: 98, grossKg: 20_050 }),
      says('MANIFEST_AMENDED', '2026-11-07 08:00', { pieces: 100, grossKg: 20_050 }),
    ];
    expect(of(story, '2026-11-04T23:59:00Z')).toEqual([]);
    expect(of(story, '2026-11-05T00:00:00Z')).toMatchInlineSnapshot(`
      [
        "WARNING DOCUMENT_MISMATCH PIECES MASTER_BILL:COSU6400000017 by DECLARANT since 2026-11-05T00:00Z papers=BILL, MANIFEST says=100 / 98 [BL_ISSUED 11-01T08:00, MANIFEST_SUBMITTED 11-05T08:00]",
      ]
    `);
    expect(of(story)).toHaveLength(1);
    expect(of(story)[0]).toContain('till 2026-11-07T00:00Z');
  });

  it('may differ by one per cent of the weight, and no more', () => {
    const weights = (kg: number) => [
      says('BL_ISSUED', '2026-11-01 08:00', { grossKg: 20_000 }),
      says('DECL_RECEIVED', '2026-11-05 08:00', { grossKg: kg }, declaration),
    ];
    expect(of(weights(20_199))).toEqual([]);
    expect(of(weights(20_300))[0]).toContain('GROSS_WEIGHT');
    expect(of(weights(20_300))[0]).toContain('says=20000 / 20300');
  });

  it('are compared with all declarations of one bill together, of which more may come', () => {
    const half = says('DECL_RECEIVED', '2026-11-05 08:00', { pieces: 60 }, declaration);
    const rest = says('DECL_RECEIVED', '2026-11-06 08:00', { pieces: 40 }, second);
    const issued = says('BL_ISSUED', '2026-11-01 08:00', { pieces: 100 });
    expect(of([issued, half, rest]).every((line) => line.includes('till 2026-11-06T00:00Z'))).toBe(true);
    const more = says('DECL_RECEIVED', '2026-11-06 08:00', { pieces: 41 }, second);
    expect(of([issued, half, more]).filter((line) => !line.includes(' till '))[0]).toContain(
      'says=100 / 101',
    );
  });

  it('that list other boxes, or other seals of one box, do not agree', () => {
    const issued = says('BL_ISSUED', '2026-11-01 08:00', { boxes: [one, two], seal: 'ML 100-1' });
    const short = says('MANIFEST_SUBMITTED', '2026-11-05 08:00', { boxes: [one], seal: 'ML1001' });
    expect(of([issued, short]).map((line) => line.split(' ')[2])).toEqual(['CONTAINERS']);
    const sealed = says('MANIFEST_SUBMITTED', '2026-11-05 08:00', { boxes: [one, two], seal: 'ML9999' });
    expect(of([issued, sealed]).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(['INFO DOCUMENT_MISMATCH SEALS']); // prettier-ignore
  });

  it('name one consignee in many ways, and two in any', () => {
    const consignees = (a: string, b: string) => [says('BL_ISSUED', '2026-11-01 08:00', { consignee: a }), says('MANIFEST_SUBMITTED', '2026-11-05 08:00', { consignee: b })]; // prettier-ignore
    expect(of(consignees('SAMPLE TRADING CO., LTD.', 'Sample Trading Company Limited'))).toEqual([]);
    expect(of(consignees('TO ORDER OF SAMPLE BANK', 'SAMPLE TRADING CO LTD'))).toEqual([]);
    expect(of(consignees('样例贸易有限公司', 'SAMPLE TRADING CO LTD'))).toEqual([]);
    expect(of(consignees('SAMPLE TRADING CO LTD', 'OTHER IMPORT CO LTD'))[0]).toContain('CONSIGNEE');
  });
});
