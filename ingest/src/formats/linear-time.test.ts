import { cpuUsage } from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { readMessage } from '../pipeline/read.ts';
import { FORMATS } from './index.ts';

/** Four times the records take four times as long, sixteen times where each one looks at all its sisters. */
const MOST = 8;
const REPEATS = 3;

vi.setConfig({ testTimeout: 120_000 });

const context = { receivedAt: '2026-12-01T00:00:00Z', source: sampleSource, places: sampleGazetteer };

const read = (bytes: Uint8Array) => readMessage(bytes, context, FORMATS);

/** Processor time, which other work on the machine lengthens less than it does the clock. */
function cpuMs(bytes: Uint8Array): number {
  const before = cpuUsage();
  read(bytes);
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

const serial = (index: number, width: number): string => String(index).padStart(width, '0');
const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('');

/** How many records of a kind take some fifty milliseconds or more, and a message of so many. */
const MESSAGES: Record<string, readonly [count: number, message: (count: number) => string]> = {
  'cn-manifest-xml': [
    2_000,
    (count) =>
      '<Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT1101:1"><Head><MessageID>M1</MessageID><FunctionCode>0</FunctionCode>' +
      '<MessageType>MT1101</MessageType><SenderID>S</SenderID><ReceiverID>3104</ReceiverID><SendTime>20261121094500123</SendTime></Head><Declaration>' +
      rows(
        count,
        (index) =>
          `<Consignment><TransportContractDocument><ID>COSU6${serial(index, 9)}</ID></TransportContractDocument></Consignment>`,
      ) +
      '<Carrier><ID>SMPL</ID></Carrier></Declaration></Manifest>',
  ],
  'cargo-imp-fsu': [
    2_000,
    (count) =>
      'FSU/15\n999-12345675PEKJFK/T10K250.0\n' +
      rows(count / 2, () => 'DEP/CA981/21NOV/PEKJFK/T10K250.0\nRCF/CA981/21NOV1502/JFK/T10K250.0\n'),
  ],
  'cargo-xml-xfsu': [
    1_000,
    (count) =>
      '<rsm:StatusMessage xmlns:rsm="iata:statusmessage:1" xmlns:ram="iata:datamodel:3"><rsm:MessageHeaderDocument><ram:ID>1</ram:ID></rsm:MessageHeaderDocument>' +
      '<rsm:BusinessHeaderDocument><ram:ID>999-12345675</ram:ID></rsm:BusinessHeaderDocument><rsm:MasterConsignment>' +
      rows(
        count,
        () =>
          '<ram:ReportedStatus><ram:ReasonCode>RCF</ram:ReasonCode><ram:AssociatedStatusConsignment><ram:PieceQuantity>1</ram:PieceQuantity>' +
          '<ram:SpecifiedLogisticsTransportMovement><ram:ID>CA981</ram:ID><ram:ArrivalEvent><ram:ArrivalOccurrenceDateTime>2026-11-21T15:02:00' +
          '</ram:ArrivalOccurrenceDateTime><ram:OccurrenceArrivalLocation><ram:ID>JFK</ram:ID></ram:OccurrenceArrivalLocation></ram:ArrivalEvent>' +
          '</ram:SpecifiedLogisticsTransportMovement></ram:AssociatedStatusConsignment></ram:ReportedStatus>',
      ) +
      '</rsm:MasterConsignment></rsm:StatusMessage>',
  ],
  'taf-wagon-notice': [
    1_000,
    (count) =>
      '<WagonETI_ETA_Message xmlns="http://www.era.europa.eu/schemes/TAFTSI/3.4"><WagonInformation><WagonNumberFreight>318059412839</WagonNumberFreight></WagonInformation>' +
      rows(
        count,
        () =>
          '<ArrivalInterchangeReport><Location><CountryCodeISO>DE</CountryCodeISO><LocationPrimaryCode>8</LocationPrimaryCode></Location>' +
          '<ArrivalTimeAtLocation>2026-11-16T10:30:00+01:00</ArrivalTimeAtLocation></ArrivalInterchangeReport>',
      ) +
      '</WagonETI_ETA_Message>',
  ],
  'edifact-codeco': [
    3_000,
    (count) =>
      "UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+7'UNH+1+CODECO:D:95B:UN:ITG14'BGM+34+GI2611210017+9'" +
      rows(
        count,
        (index) =>
          `EQD+CN+TLNU${serial(index, 7)}+45G1:102:5++2+5'RFF+BM:COSU6412345678'DTM+7:202611210928:203'LOC+165+CNNGB:139:6+BLCT3:TER:ZZZ'`,
      ) +
      `UNT+${count * 4 + 3}+1'UNZ+1+7'`,
  ],
  'jt-codeco': [
    3_000,
    (count) =>
      "00:CODECO:GATE-IN REPORT:9:NGBTERM:CARRIERX:202611210931'" +
      rows(
        count,
        (index) =>
          `10:BTEST:SAMPLE STAR:038E:COS:COSCO:E'50:TLNU${serial(index, 7)}:45G1:E:E:EIR${serial(index, 7)}::::202611210850:'`,
      ) +
      `99:${count * 2 + 2}'`,
  ],
  'x12-315': [
    500,
    (count) =>
      'ISA*00*          *00*          *ZZ*CARRIERX       *ZZ*THROUGHLINE    *261121*0930*U*00401*000000701*0*P*>~' +
      'GS*QO*CARRIERX*THROUGHLINE*20261121*0930*1*X*004010~' +
      rows(
        count,
        (index) =>
          `ST*315*${serial(index, 5)}~B4***UV*20261120*2217**CBHU*${serial(index, 6)}*L*45G1*USLGB*UN*5~N9*BM*6412780350~N9*SCA*COSU~` +
          `Q2*9074729*CN*******037W***L*SAMPLE STAR~R4*D*UN*USLGB*LONG BEACH*US~DTM*140*20261120*2217*LT~SE*8*${serial(index, 5)}~`,
      ) +
      `GE*${count}*1~IEA*1*000000701~`,
  ],
  'rail-note-csv': [
    2_000,
    (count) =>
      '运单号,箱号,箱型,封号,车号,车次,始发日期,发站,到站,件数,毛重(kg),提单号,阶段,时间\n' +
      rows(
        count,
        (index) =>
          `XAPZ261104${serial(index, 6)},TBJU${serial(index, 7)},40HQ,,,,,西安国际港,Duisburg,520,21500,COSU6412345678,进站,2026-10-31 16:40\n`,
      ),
  ],
  'ais-nmea': [
    40_000,
    (count) =>
      rows(
        count,
        (index) =>
          `\\c:${1_795_226_402 + index}*${checksum(`c:${1_795_226_402 + index}`)}\\!AIVDM,1,1,,A,16:lOV@P1s\`fIaHA87@:VpL20000,0*36\n`,
      ),
  ],
};

/** NMEA 0183: exclusive or of the characters. */
function checksum(text: string): string {
  const sum = [...text].reduce((all, character) => all ^ character.charCodeAt(0), 0);
  return sum.toString(16).toUpperCase().padStart(2, '0');
}

describe('time grows with the length of the message', () => {
  it.each(Object.entries(MESSAGES))('%s', (format, [count, message]) => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const [short, long] = [encode(message(count)), encode(message(4 * count))];
    const { interpretation } = read(short);
    const claims = interpretation.messages.flatMap(({ attested }) => attested).length;
    // Of a ship that reports every second only a part is kept.
    expect(claims + interpretation.positions.length, `what ${format} gives`).toBeGreaterThan(count / 20);
    const best = (bytes: Uint8Array): number =>
      Math.min(...Array.from({ length: REPEATS }, () => cpuMs(bytes)));
    const [once, fourfold] = [best(short), best(long)];
    expect(fourfold / once, `${Math.round(once)} ms, then ${Math.round(fourfold)} ms`).toBeLessThan(MOST);
  });
});
