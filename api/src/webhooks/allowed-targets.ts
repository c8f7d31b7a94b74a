import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's public service: IANA special-purpose registries for IPv4. Of IPv6 only global unicast is public. */
const PRIVATE_V4 = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const; // prettier-ignore
const GLOBAL_V6 = ['2000::', 3] as const;
/** Within it: protocol assignments with Teredo, documentation, and 6to4, which leads to any IPv4 address. */
const PRIVATE_V6 = [
  ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20],
] as const; // prettier-ignore

const refused = new BlockList();
for (const [net, prefix] of PRIVATE_V4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of PRIVATE_V6) refused.addSubnet(net, prefix, 'ipv6');
const globalV6 = new BlockList();
globalV6.addSubnet(...GLOBAL_V6, 'ipv6');

/** Whether an address is somebody's on the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, 'ipv4');
  return family === 6 && globalV6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

/** Who may be called. `allowed`: hosts that may be although they are not public, without TLS, too; for tests only. */
export interface TargetRules {
  readonly allowed: readonly string[];
}

/** Why an address may not be called; null: as far as the text tells, it may. */
export function whyNotTarget(text: string, { allowed }: TargetRules): string | null {
  if (!URL.canParse(text)) return 'It is no URL.';
  const { protocol, hostname, username, password } = new URL(text);
  if (allowed.includes(hostname)) return null;
  if (protocol !== 'https:') return 'Only https is called.';
  if (username || password) return 'A URL with a user name or password is not called: the signature says who calls.';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'That address is not public.';
  return null;
} // prettier-ignore

export class RefusedTargetError extends Error {}

/** All addresses that a name leads to. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Looks a name up for one connection and gives only public addresses. It is asked at the moment of connecting, and what it gives is
 * connected to, so a name that leads elsewhere than when it was entered, or by the next time that somebody asks, is caught.
 */
export function publicLookup({ allowed }: TargetRules, resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const addresses: LookupAddress[] = allowed.includes(hostname)
        ? found
        : found.filter(({ address }) => isPublicAddress(address));
      const [first] = addresses;
      if (!first) return callback(new RefusedTargetError(`${hostname} leads to no public address`), '');
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
