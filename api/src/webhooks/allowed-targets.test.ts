import { describe, expect, it } from 'vitest';
import { isPublicAddress, whyNotTarget } from './allowed-targets.ts';

const rules = { allowed: [] };

describe('an address that webhooks may call', () => {
  it.each([
    '10.1.2.3', '127.0.0.1', '169.254.169.254', '172.20.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'ff02::1', 'no address',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false)); // prettier-ignore

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '2400:3200::1'])('is %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it('is https, without a user, and no private address however it is written', () => {
    expect(whyNotTarget('https://example.com/hook', rules)).toBeNull();
    for (const url of ['nothing', 'http://example.com', 'ftp://example.com', 'https://me:secret@example.com', 'https://127.0.0.1', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:169.254.169.254]/'])
      expect(whyNotTarget(url, rules), url).not.toBeNull();
    expect(whyNotTarget('http://127.0.0.1:1234/', { allowed: ['127.0.0.1'] })).toBeNull();
  }); // prettier-ignore
});
