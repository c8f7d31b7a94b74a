import { describe, expect, it } from 'vitest';
import { findPorts, getPortDirectory } from './port-directory.ts';

const codes = (text: string) => findPorts(getPortDirectory(), text).map(({ code }) => code);

describe('a port is found', () => {
  it('by its code, its English name and its Chinese name', () => {
    expect(codes('cnnbo')[0]).toBe('CNNBO');
    expect(codes('ningbo')).toContain('CNNBO');
    expect(codes('宁波')).toContain('CNNBO');
    expect(codes('Rotterdam')).toContain('NLRTM');
  });

  it('by nothing where nothing, or no port, is asked for', () => {
    expect(codes('  ')).toEqual([]);
    expect(codes('no such port at all')).toEqual([]);
  });

  it('with its terminals and where ships wait for it', () => {
    const port = getPortDirectory().get('CNNBO');
    expect(port?.terminals.map(({ code }) => code)).toContain('BLCT3');
    expect(port?.grounds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ANCHORAGE', 'PILOT']));
  });
});
