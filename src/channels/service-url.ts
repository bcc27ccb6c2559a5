/**
 * Where Ponte may send replies. A caller of the Bot Framework endpoint names the address itself, and some of its token kinds are
 * never compared with it (reliability.md, F7): without this list a forged address makes the server post to any host.
 */

/** Hosts of the public cloud, Teams and the other channels. A leading dot stands for any host below. */
export const SERVICE_HOSTS: readonly string[] = ['smba.trafficmanager.net', '.botframework.com'];

/** `hosts`: more than the default where a sovereign cloud is used. */
export function isTrustedServiceUrl(serviceUrl: string, hosts: readonly string[] = SERVICE_HOSTS): boolean {
  if (!/^https:\/\/[^\\@\s]+$/i.test(serviceUrl) || !URL.canParse(serviceUrl)) return false;
  const { hostname, port, username, password } = new URL(serviceUrl);
  if (port !== '' || username !== '' || password !== '') return false;
  return hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
}
