import fc from 'fast-check';
import { readContact } from '../../../dialogs/answers/contact';
import { Contact } from '../../../src/domain/referral';

const email = (value: string) => ({ way: 'email', value });
const phone = (value: string) => ({ way: 'phone', value });

describe('One way to reach somebody', () => {
  it.each([
    ['maria@example.org', 'maria@example.org'],
    ['You can write to maria.k+ponte@mail.example.org.', 'maria.k+ponte@mail.example.org'],
    ['<maria@example.org>', 'maria@example.org'],
    ['"maria@example.org"', 'maria@example.org'],
    ['(maria@example.org),', 'maria@example.org'],
    ['mailto:maria@example.org', 'maria@example.org'],
    ['Maria <maria@example.org>', 'maria@example.org'],
    ['το μέιλ μου: maria@example.org', 'maria@example.org'],
    ['maria@example.org or 600 000 000', 'maria@example.org'],
  ])('is an address: %s', (said, value) => {
    expect(readContact(said)).toEqual(email(value));
  });

  it.each([
    ['600000000', '600000000'],
    ['+34 600 000 000', '+34 600 000 000'],
    ['my number is +30 2521 000000, after five', '+30 2521 000000'],
    ['(0)2 123-45.67/89', '0)2 123-45.67/89'],
    ['00385 1 4569 222', '00385 1 4569 222'],
    ['123456', '123456'],
  ])('is a number: %s', (said, value) => {
    expect(readContact(said)).toEqual(phone(value));
  });

  it.each([
    ['nothing', ''],
    ['words', 'please write to me'],
    ['a name with a sign', '@maria'],
    ['half an address', 'maria@'],
    ['an address without a top', 'maria@localhost'],
    ['an address with a blank', 'maria @ example.org'],
    ['five digits', '12345'],
    ['sixteen digits', '1234 5678 9012 3456'],
    ['an account number', 'GR16 0110 1250 0000 0001 2300 695'],
  ])('is not %s', (_, said) => {
    expect(readContact(said)).toBeUndefined();
  });

  it.each([
    'maria@example.org, eve@evil.example',
    'maria@example.org eve@evil.example',
    'maria@example.org;eve@evil.example',
    'maria@example.org\neve@evil.example',
    'Maria <maria@example.org> <eve@evil.example>',
    'maria@example.org@evil.example',
    'maria@example.org%0d%0abcc:eve@evil.example',
  ])('is one, never two: %j', (said) => {
    expect(readContact(said)).toBeUndefined();
  });

  it('carries no line into the head of a mail', () => {
    for (const said of ['maria@example.org\r\nBcc: eve', '600 000 000\r\nBcc: 611 111 111', '600\n000\n000']) {
      const contact = readContact(said);
      if (contact) expect(contact.value).not.toMatch(/[\r\n]/);
    }
  });

  it('is what a packet takes, whatever was said', () => {
    const alphabet = fc.constantFrom(...'0123456789 +()./-@abé<>,;:\n');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (said) => {
        const contact = readContact(said);
        if (contact !== undefined) expect(Contact.safeParse(contact).success).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['a', '1', '1 ', '@', 'a@', 'a@a.', '(', 'a@b.c,', '1-', '+', '\n', 'mailto:'])(
    'is given up at once in 200,000 signs of %j',
    (signs) => {
      const said = signs.repeat(Math.ceil(200_000 / signs.length));
      const started = performance.now();
      expect(readContact(said)).toBeUndefined();
      expect(performance.now() - started).toBeLessThan(50);
    },
  );

  it('is found at once in the longest answer that is read', () => {
    const started = performance.now();
    for (const signs of ['1 ', '1-', 'a@', 'a.', '@', '((((1', 'a@a.a.'])
      for (let n = 0; n < 100; n++) readContact(`${signs.repeat(100).slice(0, 199)}!`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
