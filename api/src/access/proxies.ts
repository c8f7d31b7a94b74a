import { BlockList, isIP } from 'node:net';

const OWN = ['127.0.0.0/8', '::1'];

/**
 * Whose word counts for whom a request is made (`X-Forwarded-For`): this machine's own, and those that are listed by address or
 * network, `10.0.0.0/8,192.0.2.4`. Throws where one of them is neither.
 */
export function proxiesOf(listed: string): (address: string) => boolean {
  const trusted = new BlockList();
  for (const one of [...OWN, ...listed.split(',')].map((text) => text.trim()).filter((text) => text !== '')) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address);
    if (family === 0) throw new Error(`TRUSTED_PROXIES: ${one} is no address and no network`);
    trusted.addSubnet(address, Number(bits ?? (family === 6 ? 128 : 32)), family === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    // As a socket for both kinds names those of the older one.
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    const family = isIP(plain);
    return family !== 0 && trusted.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}
