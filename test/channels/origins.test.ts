import { normalisedOrigin, Origins } from '../../src/channels/origins';
import { aSite } from './support/world';

const site = aSite({ allowedOrigins: ['https://Town.example/', 'http://localhost:8080', 'https://münchen.example'] });
const other = aSite({ id: 'other', allowedOrigins: ['https://other.example'] });
const sites = { findSite: () => site, all: () => [site, other] };
const host = 'ponte.example:3978';

describe('origins', () => {
  const origins = new Origins(sites, 'https://public.example/ponte');
  const allowed = (origin: string | undefined) => origins.isAllowed({ origin, host }, site);

  it.each([
    undefined,
    'https://town.example',
    'https://TOWN.example',
    'https://town.example:443',
    'http://localhost:8080',
    'https://xn--mnchen-3ya.example',
    'https://public.example',
    'http://ponte.example:3978',
    'https://ponte.example:3978',
  ])('lets %s in', (origin) => expect(allowed(origin)).toBe(true));

  it.each([
    'null',
    '',
    'town.example',
    'http://town.example',
    'https://town.example:8443',
    'https://town.example.',
    'https://evil-town.example',
    'https://town.example.evil.example',
    'https://sub.town.example',
    'https://user@town.example',
    'https://town.example@evil.example',
    'https://evil.example/https://town.example',
    'https://town.example, https://evil.example',
    'https://town.example\\@evil.example',
    'http://localhost',
    'http://ponte.example',
    'https://other.example',
    'file://',
    'chrome-extension://abcdefgh',
    'https://münch.example',
  ])('keeps %s out', (origin) => expect(allowed(origin)).toBe(false));

  it('lets only its own pages in for a site that is gone', () => {
    expect(origins.isAllowed({ origin: 'https://town.example', host }, undefined)).toBe(false);
    expect(origins.isAllowed({ origin: `http://${host}`, host }, undefined)).toBe(true);
  });

  it('answers a preflight of any listed origin, as that names no site', () => {
    const corsOf = (origin: string) => origins.corsHeaders({ origin, host })['Access-Control-Allow-Origin'];
    expect(corsOf('https://other.example')).toBe('https://other.example');
    expect(corsOf('https://town.example')).toBe('https://town.example');
    expect(corsOf('https://evil.example')).toBeUndefined();
    expect(corsOf('null')).toBeUndefined();
  });

  it('never takes a policy or a header apart', () => {
    for (const text of ["https://a.example; script-src 'unsafe-inline'", 'https://a.example\r\nx: y', 'https://a.example b'])
      expect(normalisedOrigin(text)).toBeUndefined();
  });
});
