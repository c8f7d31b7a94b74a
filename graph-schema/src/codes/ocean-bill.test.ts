import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierOfBill, carriersOfBareBill, oceanBillVariants, parseOceanBill } from './ocean-bill.ts';
import { findOceanCarrier, findOceanCarrierBySmdg, OCEAN_CARRIERS } from './ocean-carriers.ts';

describe('parseOceanBill', () => {
  it.each([
    ['6412345678', 'COSU', 'COSU6412345678'],
    ['COSU6412345678', 'COSU', 'COSU6412345678'],
    ['cosu 6412-345678', null, 'COSU6412345678'],
    ['123456789', 'MAEU', 'MAEU123456789'],
    ['MAEU123456789', null, 'MAEU123456789'],
    ['NBO1234567', 'CMDU', 'CMDUNBO1234567'],
    ['NBOZ12345678', 'HDMU', 'HDMUNBOZ12345678'],
    ['NGBM12345678', 'ONEY', 'ONEYNGBM12345678'],
    ['235600012345', 'EGLV', 'EGLV235600012345'],
    ['MEDUAB123456', 'MSCU', 'MEDUAB123456'],
    ['AB123456', 'MSCU', 'MEDUAB123456'],
    ['AB123456', 'MEDU', 'MEDUAB123456'],
    ['HLCUNG1261123456', 'HLCU', 'HLCUNG1261123456'],
    ['W236123456', 'YMLU', 'YMLUW236123456'],
    ['YMJAW236123456', null, 'YMLUW236123456'],
    ['YMW236123456', null, 'YMLUW236123456'],
    ['ＣＯＳＵ６４１２３４５６７８', null, 'COSU6412345678'],
  ])('writes %s of %s as %s', (raw, scac, value) =>
    expect(parseOceanBill(raw, scac)).toEqual({ ok: true, value }),
  );

  it('mends a prefix written twice or with its first letter doubled', () => {
    expect(parseOceanBill('MMEDUAB123456', null).value).toBe('MEDUAB123456');
    expect(parseOceanBill('MSCUMEDUAB123456', null).value).toBe('MEDUAB123456');
    expect(parseOceanBill('COSUCOSU6412345678', 'COSU').value).toBe('COSU6412345678');
  });

  it("believes the number's own prefix before the sender's: slot partners list each other's bills", () => {
    expect(parseOceanBill('OOLU2112345670', 'COSU').value).toBe('OOLU2112345670');
  });

  it('keeps the prefix of a brand that was merged, and finds it under the carrier that took it over', () => {
    expect(parseOceanBill('SEAU123456789', null).value).toBe('SEAU123456789');
    expect(oceanBillVariants('SEAU123456789')).toContain('MAEU123456789');
  });

  it('adds the SCAC of a carrier that the table does not hold, once', () => {
    expect(parseOceanBill('12345678', 'XYZU').value).toBe('XYZU12345678');
    expect(parseOceanBill('XYZU12345678', 'XYZU').value).toBe('XYZU12345678');
    expect(parseOceanBill('12345678', 'not a SCAC').value).toBe('12345678');
  });

  it.each(['', 'TBA', 'NONE', 'N/A', 'B/L', '提单', 'A'.repeat(40), 'EVER GIVEN', 'COSU*1'])(
    'refuses %j',
    (raw) => expect(parseOceanBill(raw, 'COSU')).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' }),
  );

  it('is idempotent, with the carrier and without', () => {
    const bills = fc.tuple(
      fc.constantFrom(
        ...OCEAN_CARRIERS.flatMap(({ scac, aliases, legacy }) => [scac, ...aliases, ...legacy]),
        '',
      ),
      fc.stringMatching(/^[A-Z]{0,4}\d{6,12}$/),
      fc.constantFrom(...OCEAN_CARRIERS.map(({ scac }) => scac), null),
    );
    fc.assert(
      fc.property(bills, ([prefix, body, scac]) => {
        const once = parseOceanBill(prefix + body, scac).value;
        expect(parseOceanBill(once, scac).value).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

describe('oceanBillVariants', () => {
  it('offers the bare form of a prefixed bill and the prefixed forms of a bare one', () => {
    expect(oceanBillVariants('COSU6412345678')).toEqual(['COSU6412345678', '6412345678']);
    expect(oceanBillVariants('6412345678')).toEqual(
      expect.arrayContaining(['COSU6412345678', 'OOLU6412345678']),
    );
    expect(oceanBillVariants('6412345678')[0]).toBe('6412345678');
  });

  it('takes prefixes of carriers that only this installation knows', () => {
    expect(oceanBillVariants('XYZU12345678', ['XYZU'])).toContain('12345678');
    expect(oceanBillVariants('12345678', ['XYZU'])).toContain('XYZU12345678');
  });

  it('joins what is stored with the carrier known to what is stored without, for every carrier that writes both', () => {
    const samples: Record<string, string> = {
      MAEU: '123456789', CMDU: 'NBO1234567', COSU: '6412345678', OOLU: '2112345670', EGLV: '235600012345',
      ONEY: 'NGBM12345678', HDMU: 'NBOZ12345678', YMLU: 'W236123456',
    }; // prettier-ignore
    for (const [scac, bare] of Object.entries(samples)) {
      const known = parseOceanBill(bare, scac).value;
      const unknown = parseOceanBill(bare, null).value;
      expect(oceanBillVariants(known)).toContain(unknown);
      expect(oceanBillVariants(unknown)).toContain(known);
    }
  });
});

describe('ocean carriers', () => {
  it('have each prefix once', () => {
    const prefixes = OCEAN_CARRIERS.flatMap(({ scac, aliases, legacy }) => [scac, ...aliases, ...legacy]);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('are found by SCAC, by other prefix and by liner code', () => {
    expect(findOceanCarrier('cosu')?.nameZh).toBe('中远海运集运');
    expect(findOceanCarrier('MSCU')?.scac).toBe('MEDU');
    expect(findOceanCarrierBySmdg('MSK')?.scac).toBe('MAEU');
    expect([findOceanCarrier('XXXX'), findOceanCarrierBySmdg('XXX')]).toEqual([null, null]);
  });

  it('are read off a bill, with whether the rest has their shape', () => {
    expect(carrierOfBill('COSU6412345678')).toMatchObject({ carrier: { scac: 'COSU' }, exact: true });
    expect(carrierOfBill('COSU641234567')).toMatchObject({ carrier: { scac: 'COSU' }, exact: false });
    expect(carrierOfBill('NBO1234567')).toBeNull();
    expect(carriersOfBareBill('NBO1234567')[0]?.scac).toBe('CMDU');
  });
});
