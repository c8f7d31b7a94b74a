import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { scanWhole } from '../../syntax/byte-scanner.ts';
import { EdifactScanner } from '../../syntax/edifact/scanner.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { withCarriers } from './carriers.ts';
import { readReferences } from './reference.ts';

const segmentsOf = (text: string) => [...scanWhole(new EdifactScanner(), Buffer.from(text, 'latin1'))];

interface Told {
  readonly header: string;
  readonly box?: string;
  readonly isShipList?: boolean;
  readonly isOfLine?: boolean;
  readonly scac?: string | null;
}

/** The papers of a box, as they are claimed where header and box say this. */
function papersOf(papers: string, told: Told): string[] {
  const { header, box = '', isShipList = false, isOfLine = false, scac = null } = told;
  const source = { ...sampleSource, scac };
  const context = { source, places: sampleGazetteer, findings: collectFindings() };
  const common = withCarriers(segmentsOf(header), context, isShipList, isOfLine);
  const segments = segmentsOf(box + papers);
  const where = { at: 'UNB/UNH[1]/EQD[1]', span: { start: 0, end: 1 } };
  const read = readReferences(segments, where, withCarriers(segments, common));
  return read.map(({ scheme, number }) => `${scheme} ${number}`);
}

const BARE = "RFF+BM:6412345678'";

describe('a bill without SCAC is completed with the carrier that the message names', () => {
  it.each<[string, string, Told, string]>([
    ['NAD+CA by SCAC', BARE, { header: "NAD+CA+COSU:160:20'" }, 'COSU6412345678'],
    ['NAD+CA by SMDG code', "RFF+BM:912345678'", { header: "NAD+CA+MSK:172:306'" }, 'MAEU912345678'],
    ['NAD+CA by another prefix', "RFF+BM:AB123456'", { header: "NAD+CA+MSCU:172:182'" }, 'MEDUAB123456'],
    [
      'the carrier of the box, not of the header',
      "RFF+BM:912345678'",
      { header: "NAD+CA+COSU'", box: "NAD+CA+MAEU'" },
      'MAEU912345678',
    ],
    ['named twice', BARE, { header: "NAD+CA+COSU'NAD+CA+COS:172:20'" }, 'COSU6412345678'],
    ['with its own boxes', BARE, { header: "NAD+CA+COSU'", box: "NAD+CF+COS:172:20'" }, 'COSU6412345678'],
    ['with leased boxes', BARE, { header: "NAD+CA+COSU'", box: "NAD+CF+SOL:160:20'" }, 'COSU6412345678'],
    [
      'who runs the boxes, on a paper of the line itself',
      BARE,
      { header: "NAD+CF+COSU:160:20'", isShipList: true, isOfLine: true },
      'COSU6412345678',
    ],
    [
      'the carrier before who runs the boxes',
      "RFF+BM:2112345670'",
      { header: "NAD+CF+COSU'NAD+CA+OOLU'", isOfLine: true, scac: null },
      '2112345670',
    ],
    ['the ship only, by a list', BARE, { header: "TDT+20+037W+1++COSU:172:20'" }, 'COSU6412345678'],
    [
      'the ship of a list, and whose boxes they are',
      BARE,
      { header: "TDT+20+037W+1++COSU:172:20'", box: "NAD+CF+COSU'", isShipList: true },
      'COSU6412345678',
    ],
    [
      'the carrier against the ship',
      BARE,
      { header: "TDT+20+1+1++MSC:172:20'NAD+CA+COSU'" },
      'COSU6412345678',
    ],
    [
      'the carrier against the profile',
      "RFF+BM:912345678'",
      { header: "NAD+CA+MSK'", scac: 'COSU' },
      'MAEU912345678',
    ],
    [
      'the sender itself, by any shape',
      "RFF+BM:NB4177'",
      { header: "NAD+CA+COSU'", scac: 'COSU' },
      'COSUNB4177',
    ],
    [
      'the sender itself, unknown to the tables',
      BARE,
      { header: "NAD+CA+XLCL:172:182'", scac: 'XLCL' },
      'XLCL6412345678',
    ],
    [
      'a code of its own, which the profile explains',
      BARE,
      { header: "NAD+CA+K7:160:86'", scac: 'COSU' },
      'COSU6412345678',
    ],
    ['nobody: the profile', BARE, { header: '', scac: 'COSU' }, 'COSU6412345678'],
    [
      'another, but the bill says its own',
      "RFF+BM:OOLU2112345670'",
      { header: "NAD+CA+COSU'" },
      'OOLU2112345670',
    ],
  ])('%s', (_case, papers, told, bill) => expect(papersOf(papers, told)).toEqual([`MASTER_BILL ${bill}`]));
});

describe('a bill without SCAC stays as it is written where the carrier would be a guess', () => {
  it.each<[string, Told]>([
    ['two carriers', { header: "NAD+CA+COSU'NAD+CA+OOLU'" }],
    ['two carriers, whatever the profile says', { header: "NAD+CA+MSK'NAD+CA+OOLU'", scac: 'COSU' }],
    ['a carrier and one that cannot be told', { header: "NAD+CA+COSU'NAD+CA+K7:160:86'" }],
    ['a forwarder as carrier, by SCAC', { header: "NAD+CA+XLCL:172:182'" }],
    ['a forwarder as carrier, against the profile', { header: "NAD+CA+XLCL:172:182'", scac: 'COSU' }],
    ['a forwarder as carrier, by name', { header: "NAD+CA+++EXAMPLE FORWARDING CO'" }],
    ['boxes of another line', { header: "NAD+CA+COSU'", box: "NAD+CF+OOL:172:20'" }],
    ['the ship of a list', { header: "TDT+20+037W+1++COSU:172:20'", isShipList: true }],
    ['the ship, with boxes of another line', { header: "TDT+20+037W+1++COSU:172:20'NAD+CF+OOLU'" }],
    ['two ships', { header: "TDT+20+1+1++COSU:172:20'TDT+20+2+1++OOLU:172:20'" }],
    ['the ship by no list', { header: "TDT+20+037W+1++COSU'" }],
    ['a feeder before the ship', { header: "TDT+10+037W+1++COSU:172:20'" }],
    ['an aircraft', { header: "TDT+20+CA123+4++COSU:172:20'" }],
    ['whose boxes they are', { header: '', box: "NAD+CF+COSU:160:20'" }],
    ['a number of another shape', { header: "NAD+CA+MSC:172:20'" }],
  ])('%s', (_case, told) => expect(papersOf(BARE, told)).toEqual(['MASTER_BILL 6412345678']));

  it('a house bill, by its qualifier or by its shape', () => {
    const told = { header: "NAD+CA+COSU:160:20'" };
    expect(papersOf("RFF+BH:6412345678'", told)).toEqual(['HOUSE_BILL 6412345678']);
    expect(papersOf("RFF+BM:EXF-26-7700'", told)).toEqual(['MASTER_BILL EXF267700']);
  });

  it('a booking', () => {
    expect(papersOf("RFF+BN:6412345678'", { header: "NAD+CA+COSU:160:20'" })).toEqual(['BOOKING 6412345678']);
  });
});
