import { maskQuestion, missOf } from '../../src/answering/mask';
import { LONGEST_MISS, Miss } from '../../src/domain/miss';

const AT = new Date('2026-11-22T10:00:00Z');

describe('Masked questions', () => {
  it.each([
    ['write to maria.p@example.org please', 'write to [e-mail] please'],
    ['write to maria @ example.org', 'write to [e-mail]'],
    ['ask @maria_p', 'ask [name]'],
    ['I am on +34 600 12 34 56 or 600-123-456', 'I am on [number] or [number]'],
    ['(030) 901820 Berlin', '([number] Berlin'],
    ['born 12/05/1990', 'born [number]'],
    ['my file is 84731', 'my file is [number]'],
    ['ΑΜΚΑ ١٢٣٤٥٦', 'ΑΜΚΑ [number]'],
    ['tax code RSSMRA85T10A562S', 'tax code [code]'],
    ['DNI 12345678Z', 'DNI [code]'],
    ['my reference PO-7K3F9QTM and K7QM-3TXA-9PBW', 'my reference [code] and [code]'],
    ['see https://example.org/?name=maria now', 'see [link] now'],
  ])('hide what is in "%s"', (said, masked) => {
    expect(maskQuestion(said, 'en')).toBe(masked);
  });

  it.each(['EUR 50 000 for 3 people', '1.200.000 euros', 'the call of 2026', 'PESSOAS2030 and ESO4.11 in 2021-2027', 'article 49(2)'])(
    'keep what was asked about: %s',
    (said) => {
      expect(maskQuestion(said, 'en')).toBe(said);
    },
  );

  it.each([
    ['en', 'My name is Maria Papadopoulou and I need a grant', 'My name is [name] and I need a grant'],
    ['en', 'my name is maria papadopoulou and i need a grant', 'my name is [name] and i need a grant'],
    ['en', "I'm Ana, what helps Mr. Smith?", "I'm [name], what helps Mr. [name]?"],
    ['es', 'Me llamo Juan de la Cruz, busco ayuda', 'Me llamo [name], busco ayuda'],
    ['ca', 'Em dic Núria i busco feina', 'Em dic [name] i busco feina'],
    ['fr', 'Je m’appelle Zoé. Où trouver une aide ?', "Je m'appelle [name]. Où trouver une aide ?"],
    ['it', 'Mi chiamo Anna Rossi e cerco lavoro', 'Mi chiamo [name] e cerco lavoro'],
    ['pt', 'Chamo-me Mário da Silva.', 'Chamo-me [name].'],
    ['de', 'Ich heiße Anna-Lena Müller und suche Förderung für Frau Yılmaz', 'Ich heiße [name] und suche Förderung für Frau [name]'],
    ['el', 'με λένε Μαρία Παπαδοπούλου, ψάχνω δουλειά', 'με λένε [name], ψάχνω δουλειά'],
    ['sl', 'Ime mi je Ana Novak, iščem delo', 'Ime mi je [name], iščem delo'],
    ['hr', 'Zovem se Ivana Horvat i tražim posao', 'Zovem se [name] i tražim posao'],
    ['sq', 'Quhem Arben Hoxha dhe kërkoj punë', 'Quhem [name] dhe kërkoj punë'],
  ] as const)('hide a name that is announced in %s', (locale, said, masked) => {
    expect(maskQuestion(said, locale)).toBe(masked);
  });

  it.each([
    ['es', 'soy Ana y busco a la señora García', 'soy [name] y busco a la señora [name]'],
    ['ca', 'sóc la Núria', 'sóc [name]'],
    ['fr', "elle s'appelle Zoé", "elle s'appelle [name]"],
    ['it', 'si chiama Anna della Valle', 'si chiama [name]'],
    ['pt', 'ela chama-se Ana dos Santos', 'ela chama-se [name]'],
    ['el', 'είμαι η Μαρία', 'είμαι η [name]'],
    ['sl', 'gospa Novak', 'gospa [name]'],
    ['hr', 'gospodin Horvat', 'gospodin [name]'],
    ['sq', 'zonja Hoxha', 'zonja [name]'],
  ] as const)('hide a name behind a title or a verb in %s: %s', (locale, said, masked) => {
    expect(maskQuestion(said, locale)).toBe(masked);
  });

  it.each([
    ['en', 'I am unemployed, what help is there?'],
    ['en', 'I AM A SINGLE MOTHER'],
    ['de', 'Ich bin Lehrerin in Berlin'],
    ['es', 'soy autónoma y busco ayuda'],
  ] as const)('lose no word that is none: %s %s', (locale, said) => {
    expect(maskQuestion(said, locale)).toBe(said);
  });

  it('take little time over a long one, and keep its beginning', () => {
    const started = performance.now();
    for (const sign of ['1 ', 'a@', 'my name is ', 'www.', '(', '- '])
      expect(maskQuestion(sign.repeat(5_000), 'en').length).toBeLessThanOrEqual(LONGEST_MISS);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('are kept by the day, when they tell of a gap and something is left of them', () => {
    const kept = missOf('Any loan,\u001b[2J  for\nmaria@example.org?', 'en', 'no-evidence', AT);
    expect(kept).toEqual({ day: '2026-11-22', locale: 'en', outcome: 'no-evidence', question: 'Any loan, [2J for [e-mail]' });
    expect(Miss.safeParse(kept).success).toBe(true);
    expect(missOf('Any loan?', 'en', 'answered', AT)).toBeUndefined();
    expect(missOf('I want to die', 'en', 'crisis', AT)).toBeUndefined();
    expect(missOf('+34 600 12 34 56', 'en', 'no-evidence', AT)).toBeUndefined();
  });
});
