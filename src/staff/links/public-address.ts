/**
 * Which addresses of the internet may be contacted: a file of the folder, or a redirect, could otherwise make this machine talk to its
 * own network. Lists: IANA IPv4 and IPv6 Special-Purpose Address Registries.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure answers its own machines here (Microsoft Learn, "What is IP address 168.63.129.16?").
  ['168.63.129.16', 32],
];

/** Inside the global 2000::/3: protocol assignments with Teredo, documentation twice, 6to4, which hides an IPv4 address. */
const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [net, prefix] of SPECIAL_IPV4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of SPECIAL_IPV6) refused.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Does this IP address belong to a machine of the public internet? False for text that is none. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, 'ipv4');
  return isIPv6(address) && !address.includes('%') && global.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}
