import { Reference, Secret } from '../../src/domain/referral';
import { newReference, newSecret, readReference, readSecret } from '../../src/referral/references';

const many = (make: () => string): string[] => Array.from({ length: 2_000 }, make);

describe('A new reference and secret', () => {
  it('have their shape, and no signs that look alike', () => {
    for (const reference of many(newReference)) expect(Reference.safeParse(reference).success).toBe(true);
    for (const secret of many(newSecret)) expect(Secret.safeParse(secret).success).toBe(true);
    expect(
      many(newReference)
        .map((one) => one.slice(3))
        .join(''),
    ).not.toMatch(/[01OILU]/);
  });

  it('are drawn from all signs, and do not come again', () => {
    expect(new Set(many(newReference)).size).toBe(2_000);
    expect(new Set(many(newSecret)).size).toBe(2_000);
    expect(new Set(many(newSecret).join('').replaceAll('-', '')).size).toBe(30);
  });

  it('are read as they were told', () => {
    for (const reference of many(newReference).slice(0, 200)) expect(readReference(reference)).toBe(reference);
    for (const secret of many(newSecret).slice(0, 200)) expect(readSecret(secret)).toBe(secret);
  });
});

describe('A reference that somebody typed', () => {
  it.each([
    'PO-7K3F9QTM',
    'po-7k3f9qtm',
    ' PO 7K3F 9QTM ',
    'po7k3f9qtm',
    'PO - 7K3F-9QTM',
    'P0-X or so? No: PO-7K3F9QTM',
    'my reference is po-7k3f9qtm, thank you',
    'My reference is PO-7K3F9QTM please',
    '(PO-7K3F9QTM)',
    'PO-7K3F9QTM.',
    'ο κωδικός μου είναι PO-7K3F9QTM',
  ])('is understood: %j', (typed) => {
    expect(readReference(typed)).toBe('PO-7K3F9QTM');
  });

  it.each([
    '',
    'PO-',
    'PO-7K3F9QT',
    'PO-7K3F9QTMX',
    'PO-0K3F9QTM',
    'PO-7K3F9QTO',
    'XPO-7K3F9QTM',
    '7K3F9QTM',
    'PQ-7K3F9QTM',
    'PO_7K3F9QTM',
    'support for cooperatives',
  ])('is none: %j', (typed) => {
    expect(readReference(typed)).toBeUndefined();
  });

  it('is given up at once in a long text', () => {
    const started = performance.now();
    for (const signs of ['PO-', 'PO ', 'A-', 'PO-7K3F9QT ', ' ']) readReference(signs.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('A secret that somebody typed', () => {
  it.each(['K7QM-3TXA-9PBW', 'k7qm-3txa-9pbw', 'K7QM 3TXA 9PBW', 'k7qm3txa9pbw', ' K7QM–3TXA–9PBW '.replaceAll('–', '-')])(
    'is understood: %j',
    (typed) => {
      expect(readSecret(typed)).toBe('K7QM-3TXA-9PBW');
    },
  );

  it.each(['', 'K7QM-3TXA', 'K7QM-3TXA-9PBW-2222', 'K0QM-3TXA-9PBW', 'K7QM-3TXA-9PB', 'ΚΑΛΗ-ΜΕΡΑ-ΣΑΣΣ'])('is none: %j', (typed) => {
    expect(readSecret(typed)).toBeUndefined();
  });
});
