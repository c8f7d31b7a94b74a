import { describe, expect, it } from 'vitest';
import { momentAt } from '../moment.ts';
import { qinzhouTerminal, rotterdamTerminal } from '../world/places.ts';
import { codeco } from './codeco-edifact.ts';
import { csv } from './csv.ts';
import { rotterdamDialect } from './dialects.ts';
import { interchange } from './edifact.ts';
import { gbkBytes } from './gbk.ts';
import { jtCodeco } from './jt-codeco.ts';
import type { GateReport } from './reports.ts';
import type { Telling } from './written.ts';

const happened = momentAt('2026-11-21', '09:28', 'Asia/Shanghai');
const telling: Telling = { happened, sent: happened + 120_000, ref: 'T260001' };
const report: GateReport = {
  direction: 'IN',
  terminal: qinzhouTerminal,
  trade: 'EXPORT',
  carrierScac: 'COSU',
  carriage: { mode: 'TRUCK', plate: '浙B12345', carrier: 'HAULX' },
  boxes: [{ number: 'CBHU6142088', sizeType: '45G1', full: true, bill: 'COSU6412780350' }],
};

describe('EDIFACT writer', () => {
  it('counts the segments from UNH to UNT and repeats the references', () => {
    const { bytes } = codeco(rotterdamDialect, {
      ...report,
      terminal: rotterdamTerminal,
      carriage: { mode: 'TRUCK', plate: '82-BKF-3', carrier: 'HAULX' },
    })(telling);
    const segments = new TextDecoder().decode(bytes).split(/'\s*/).filter(Boolean);
    const from = segments.findIndex((segment) => segment.startsWith('UNH+'));
    const to = segments.findIndex((segment) => segment.startsWith('UNT+'));
    expect(segments[to]).toBe(`UNT+${to - from + 1}+1`);
    expect(segments.at(-1)).toBe('UNZ+1+CT260001');
    expect(segments).toContain('DTM+7:202611210228:203');
  });

  it('puts the release character before separators inside data', () => {
    const text = interchange(rotterdamDialect, 'CODECO', 'R1', happened, [
      ['FTX', 'OSI', '', '', "a+b:c'd?e"],
    ]);
    expect(text).toContain("FTX+OSI+++a?+b?:c?'d??e'");
  });
});

describe('JT writer', () => {
  it('writes GBK, local times, and a count of all records in 99', () => {
    const { bytes } = jtCodeco('QZTERM', 'CARRIERX', report)(telling);
    const lines = new TextDecoder('gbk', { fatal: true }).decode(bytes).trimEnd().split('\n');
    expect(lines[2]).toBe("50:CBHU6142088:45G1:F:E:EIRT2600010:COSU6412780350:::202611210928'");
    expect(lines[3]).toBe("52:3:浙B12345:HAULX'");
    expect(lines.at(-1)).toBe(`99:${lines.length}'`);
  });

  it('knows every character of a Chinese company name, and refuses what GBK lacks', () => {
    const name = '重庆山岚机械有限公司（示例）';
    expect(new TextDecoder('gbk').decode(gbkBytes(name))).toBe(name);
    expect(() => gbkBytes('😀')).toThrow('not in GBK');
  });
});

describe('CSV writer', () => {
  it('quotes fields with commas, quotes and line ends', () => {
    const { bytes } = csv(['a', 'b'], [['x, "y"', 'z']]);
    expect(new TextDecoder().decode(bytes)).toBe('a,b\r\n"x, ""y""",z\r\n');
  });
});
