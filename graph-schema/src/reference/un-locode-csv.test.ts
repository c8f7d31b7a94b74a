import { describe, expect, it } from 'vitest';
import { decodeCsv, parseCsvLines, parseLocodePoint, parseUnLocodeCsv } from './un-locode-csv.ts';

describe('the layout of UNECE', () => {
  const file = [
    ',"CN","",".CHINA","",,"","","",,"",""',
    ',"CN","NBO","Ningbo","Ningbo","ZJ","12-4----","AS","0001",,"2952N 12133E",""',
    '"+","BR","SSZ","Santos","Santos","SP","12345---","AI","9506",,"2357S 04620W","a ""quoted"" remark"',
    '"X","CN","OLD","Removed","Removed",,"1-------","AS","0001",,"2952N 12133E",""',
    '"=","CN","","Peking = Beijing","Peking = Beijing",,"","","",,"",""',
    ',"CN","NOP","No point","No point",,"--3-----","AS","0001",,"",""',
    ',"CN","BAD","Bad point","Bad point",,"--3-----","AS","0001",,"9952N 12133E",""',
    ',"CN","NFN","No functions","No functions",,"","AS","0001",,"",""',
    ',"CN","no","Lower case","Lower case",,"--3-----","AS","0001",,"",""',
  ].join('\r\n');

  it('reads places, skips what is none, and reports what it cannot read with its line', () => {
    const csv = parseUnLocodeCsv(file);
    expect(csv.rows).toEqual([
      { code: 'CNNBO', name: 'Ningbo', functions: '12-4----', latitude: 29.8667, longitude: 121.55 },
      { code: 'BRSSZ', name: 'Santos', functions: '12345---', latitude: -23.95, longitude: -46.3333 },
      { code: 'CNNOP', name: 'No point', functions: '--3-----', latitude: null, longitude: null },
      { code: 'CNBAD', name: 'Bad point', functions: '--3-----', latitude: null, longitude: null },
    ]);
    expect(csv.skippedLines).toBe(3);
    expect(csv.errors).toEqual([
      { line: 7, problem: 'BAD_COORDINATES', value: 'CNBAD 9952N 12133E' },
      { line: 8, problem: 'NO_FUNCTIONS', value: 'CNNFN' },
      { line: 9, problem: 'BAD_CODE', value: 'CNno' },
    ]);
  });

  it('reads status and functions in either order', () => {
    const swapped = ',"DE","DUI","Duisburg","Duisburg","NW","AI","1234----","0601",,"5128N 00645E",""';
    expect(parseUnLocodeCsv(swapped).rows[0]).toMatchObject({ functions: '1234----', latitude: 51.4667 });
  });
});

describe('the layout with column names', () => {
  it('leaves out points that were guessed, and mends a name that was cut at its comma', () => {
    const csv = parseUnLocodeCsv(
      [
        'country,location,name,nameWoDiacritics,subdivision,status,function,iata,lat,lon,geocoded',
        'CN,SGH,Shanghai,Shanghai,SH,AS,12345---,,31.233333333333334,121.48333333333333,',
        'CN,YSA,Yangshan,Yangshan,ZJ,AS,1-------,,28.763543,115.0318019,true',
        'CN,XMH,"""Haicang"," Xiamen""","""Haicang"," Xiamen""",FJ,1----6--,24.4885227,118.0265918,true',
      ].join('\n'),
    );
    expect(csv.rows).toEqual([
      { code: 'CNSGH', name: 'Shanghai', functions: '12345---', latitude: 31.2333, longitude: 121.4833 },
      { code: 'CNYSA', name: 'Yangshan', functions: '1-------', latitude: null, longitude: null },
      { code: 'CNXMH', name: 'Haicang, Xiamen', functions: '1----6--', latitude: null, longitude: null },
    ]);
    expect(csv.guessedPoints).toBe(2);
    expect(csv.errors).toEqual([]);
  });
});

describe('parseLocodePoint', () => {
  it.each([
    ['3114N 12129E', 31.2333, 121.4833],
    ['2357S 04620W', -23.95, -46.3333],
    ['0000N 00000E', 0, 0],
  ])('reads %s', (text, latitude, longitude) => {
    expect(parseLocodePoint(text)).toEqual({ latitude, longitude });
  });

  it.each(['', '31N 121E', '9130N 00000E', '0000N 18100E', '3114X 12129E'])('does not read %j', (text) => {
    expect(parseLocodePoint(text)).toBeNull();
  });
});

describe('bytes and cells', () => {
  it('reads Windows-1252 where the bytes are not UTF-8', () => {
    expect(decodeCsv(Uint8Array.from([0x4b, 0xf6, 0x6c, 0x6e]))).toBe('Köln');
    expect(decodeCsv(new TextEncoder().encode('Köln'))).toBe('Köln');
  });

  it('keeps commas, quotes and line breaks inside quotes', () => {
    expect(parseCsvLines('\uFEFFa,"b,""c""\nd",\r\n,e')).toEqual([
      ['a', 'b,"c"\nd', ''],
      ['', 'e'],
    ]);
  });
});
