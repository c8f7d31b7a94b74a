import { describe, expect, it } from 'vitest';
import { proxiesOf } from './proxies.ts';

describe('whose word counts for whom a request is made', () => {
  it.each([
    ['127.0.0.1', true],
    ['::ffff:127.0.0.1', true],
    ['::1', true],
    ['172.20.0.5', false],
    ['', false],
  ])('without a list %s: %s', (address, isTrusted) => {
    expect(proxiesOf('')(address)).toBe(isTrusted);
  });

  it('is also that of addresses and networks that are listed', () => {
    const isProxy = proxiesOf('172.16.0.0/12, 192.0.2.4,2001:db8::/32');
    for (const address of ['172.20.0.5', '::ffff:172.20.0.5', '192.0.2.4', '2001:db8::1', '127.0.0.1'])
      expect(isProxy(address), address).toBe(true);
    for (const address of ['192.0.2.5', '10.0.0.1', '2001:db9::1'])
      expect(isProxy(address), address).toBe(false);
  });

  it('is not guessed', () => {
    expect(() => proxiesOf('web')).toThrow('web is no address');
  });
});
