import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { makeAsking } from '../../src/language/make-asking';
import { Languages } from '../../src/language/speech';

const languages = new Languages(join(__dirname, '..', '..', 'locales'));

describe('What a question asks about', () => {
  const asking = makeAsking(languages);
  const asked = (text: string, ...locales: Locale[]) => [...asking.read(text, locales).about].sort();

  it.each<[Locale, string, string[]]>([
    ['en', 'How much can we get?', ['amount']],
    ['en', 'UNTIL WHEN, and who can apply?', ['applicant', 'deadline']],
    ['en', 'when does the call for cooperatives in Aragon close', ['deadline']],
    ['en', 'which calls are there for cooperatives', ['calls', 'grants']],
    ['en', 'the calls for cooperatives', ['calls', 'grants']],
    ['ca', 'quant pagaven per persona', ['each']],
    ['fr', "jusqu'à quel pourcentage", ['rate']],
    ['de', 'wo finde ich Aufrufe für Vereine', ['calls', 'finding', 'grants']],
    ['el', 'πού δημοσιεύονται οι προσκλήσεις', ['finding', 'grants', 'money']],
    ['en', 'what is the registration fee of the course', ['price']],
    ['en', 'who is the director of the fund', ['head']],
    ['el', 'πόσο κοστίζει το σεμινάριο', ['price']],
    ['en', 'will my application for the grant be approved?', ['money', 'prediction']],
    ['hr', 'daje li grad Pula potporu pčelarima', ['money']],
    ['en', 'services against violence against women', []],
    ['en', 'is there training on accounting in English', ['courses']],
    ['it', "cerco un corso sull'economia sociale", ['courses']],
  ])('in %s: %s', (locale, text, about) => expect(asked(text, locale)).toEqual(about));

  it.each<[string, string[]]>([
    ['poso dinei', ['amount']],
    ['mexri pote kanw aitisi', ['deadline']],
    ['thelo na pethano', ['crisis']],
    ['8elw na pe8anw', ['crisis']],
    ['how much', []],
  ])('hears Greek in Latin letters, by ear: %s', (text, about) => expect(asked(text, 'el')).toEqual(about));

  it('leaves the subject of such Greek as it was typed', () => {
    expect(asking.read('poso dinei i koinsep', ['el']).subject).toBe('i koinsep');
  });

  it('is heard in the languages given, and in no other', () => {
    expect(asked('how much', 'es')).toEqual([]);
    expect(asked('how much', 'es', 'en')).toEqual(['amount']);
  });

  it.each<[string, string]>([
    ['How much money can I get from the CEPES call?', 'can I get from the CEPES call'],
    ['until when?', 'until when?'],
    ['cooperatives in Cádiz', 'cooperatives in Cádiz'],
  ])('leaves as the subject of %j: %j', (text, subject) => expect(asking.read(text, ['en']).subject).toBe(subject));

  it('takes a sum that is said for money that is looked for, not for a question how much it is', () => {
    const { about, subject } = asking.read('5500 euros por socio en Sevilla', ['es']);
    expect([...about]).toEqual(['money']);
    expect(subject).toBe('5500 euros por socio en Sevilla');
    expect(asked('euros por socio', 'es')).toEqual(['amount']);
  });

  it.each<[Locale, string, number | undefined]>([
    ['en', "I'm 52 and out of work", 52],
    ['es', 'tengo 52 años y busco trabajo', 52],
    ['ca', 'tinc 19 anys', 19],
    ['fr', "j'ai 61 ans", 61],
    ['it', 'ho 52 anni', 52],
    ['pt', 'tenho 52 anos', 52],
    ['de', 'ich bin 52 und arbeitslos', 52],
    ['el', 'είμαι 52 χρονών', 52],
    ['el', 'eimai 52 xronon', 52],
    ['sl', 'star sem 52 let', 52],
    ['hr', 'imam 52 godine', 52],
    ['sq', 'jam 52 vjeç', 52],
    ['en', 'we have 52 members', undefined],
    ['es', 'tengo 20 empleados', undefined],
    ['es', 'tengo 3 años de experiencia', undefined],
  ])('hears in %s how old somebody is: %s', (locale, text, age) => expect(asking.read(text, [locale]).age).toBe(age));

  it.each<[Locale, string]>([
    ['en', 'I want to hire somebody'],
    ['es', 'quiero contratar a alguien'],
    ['ca', 'vull contractar algú'],
    ['fr', "je voudrais embaucher quelqu'un"],
    ['it', 'vorrei assumere qualcuno'],
    ['pt', 'quero contratar alguém'],
    ['de', 'ich möchte jemanden einstellen'],
    ['el', 'θέλω να προσλάβω κάποιον'],
    ['sl', 'rad bi zaposlil delavca'],
    ['hr', 'želim zaposliti radnika'],
    ['sq', 'dua të punësoj dikë'],
  ])('hears in %s who wants to give work: %s', (locale, text) => expect(asked(text, locale)).toContain('hiring'));

  it('does not forget whom who gives work to when it asks what is open', () => {
    expect(asking.read('which calls are open for hiring young people', ['en']).core).toContain('hiring young people');
  });

  it('does not take forever over a long text of the same words', () => {
    const started = performance.now();
    asking.read('when does '.repeat(2_000), LOCALES);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
