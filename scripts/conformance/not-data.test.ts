import { describe, expect, it } from 'vitest';
import { isNotData } from './not-data.ts';

const said = (name: string, text: string) => isNotData(name, Buffer.from(text));

describe('what is about messages and no message', () => {
  it.each([
    ['an OpenAPI description', 'a', '# made by hand\nopenapi: 3.0.0\ninfo:\n'],
    ['a JSON Schema', 'a.json', '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n'],
    ['a JSON Schema with its title first', 'a.json', '{ "title": "Events", "$id": "https://example.com/e" }'],
    ['a Postman collection', 'a.json', '{"info":{"_postman_id":"1","name":"TNT"}}'],
    [
      'an XML Schema',
      'a.xml',
      '<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
    ],
    ['a list of event hashes', 'a.hashes', 'ni:///sha-256;6ae9?ver=CBV2.0\n'],
    ['the text behind a hash', 'a.prehashes', 'eventType=ObjectEventeventTime=2026'],
    ['a README', 'docs/README', 'UNB+UNOA:2'],
    ['source code', 'a.ts', "const a = 'UNB';"],
    [
      'a JSON Schema whose name comes last',
      'a.json',
      '{"type":"object","properties":{"eventType":{}},"$schema":"x"}',
    ],
    ['a JSON Schema without a name', 'a.json', '{"type":"array","items":{"type":"object"}}'],
    [
      'the context of JSON-LD',
      'a.jsonld',
      '{"@context":{"@version":1.1,"epcis":"https://ref.gs1.org/epcis/"}}',
    ],
    [
      'an ontology',
      'a.jsonld',
      '{"@context":{"owl":"http://www.w3.org/2002/07/owl#"},"@graph":[{"@id":"a","@type":"owl:Class"}]}',
    ],
    ['nothing at all', 'a.edi', ' \r\n'],
    ['a package', 'package.json', '{"name":"a","scripts":{"test":"b"}}'],
    ['a SoapUI project', 'a.xml', '<?xml version="1.0"?><con:soapui-project id="1">'],
    ['what a decoder should say', 'expected_decodes/a.txt', '!AIVDM,1'],
    ['what a reader should say', 'a.expected.json', '[{"mmsi":1}]'],
    ['decoded AIS', 'a.json', '[{"msg_type":1,"repeat":0,"mmsi":413999001}]'],
    ['decoded AIS, as gpsd has it', 'a.jsonl', '{"class": "AIS", "type": 1, "mmsi": 413999001}'],
    ['settings', '.editorconfig', 'root = true'],
    ['a description in YAML', 'a.yml', '$schema: http://json-schema.org/draft-07/schema#'],
  ])('%s', (_, name, text) => expect(said(name, text)).toBe(true));

  it.each([
    ['an interchange without an ending', 'sample', "UNB+UNOA:2+A+B+261121:0930+7'"],
    [
      'EPCIS with its context first',
      'a.json',
      '{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"]}',
    ],
    ['DCSA events', 'a.json', '[{"eventID":"1","eventType":"EQUIPMENT"}]'],
    [
      'a manifest',
      'a.xml',
      '<?xml version="1.0"?><Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT3101:1">',
    ],
    ['a table', 'a.csv', 'container,time,event\n'],
    ['an interchange with the name of a program', 'codeco.c', "UNB+UNOA:2+A+B+261121:0930+7'"],
    ['an arrival that is expected', 'expected-arrival.edi', "UNB+UNOA:2+A+B+261121:0930+7'"],
    [
      'an event of ONE Record with its context',
      'a.json',
      '{"@context":{"cargo":"x"},"@type":"cargo:LogisticsEvent"}',
    ],
  ])('but not %s', (_, name, text) => expect(said(name, text)).toBe(false));
});
