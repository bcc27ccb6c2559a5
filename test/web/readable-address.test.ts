import { readableAddress } from '../../src/web/readable-address';

describe('An address to read and to type', () => {
  it.each([
    ['https://example.org/%CE%B5%CF%83%CF%80%CE%B1-2021-2027/', 'https://example.org/εσπα-2021-2027/'],
    ['https://example.org/Wirtschaftsf%C3%B6rderung', 'https://example.org/Wirtschaftsförderung'],
    ['https://example.org/plain?a=b#c', 'https://example.org/plain?a=b#c'],
  ])('%s', (address, shown) => {
    expect(readableAddress(address)).toBe(shown);
    expect(new URL(shown).href).toBe(address);
  });

  it.each([
    ['a slash, a space or a question mark that is part of a name', 'https://example.org/a%2Fb%20c%3Fd%25'],
    ['what turns the direction of writing or is not seen', 'https://example.org/%E2%80%AEgpj%E2%80%8B.exe'],
    ['what is no text', 'https://example.org/%E9t%FF'],
    ['the name of a host', 'https://xn--exmple-cua.org/'],
  ])('leaves %s', (_, address) => expect(readableAddress(address)).toBe(address));
});
