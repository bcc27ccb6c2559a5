import { join } from 'node:path';
import type { Meaning } from '../../../dialogs/answers/heard-phrases';
import { makeUnderstanding } from '../../../dialogs/answers/understanding';
import type { Locale } from '../../../src/domain/locale';
import { Languages } from '../../../src/language/speech';

const understanding = makeUnderstanding(new Languages(join(__dirname, '..', '..', '..', 'locales')));

describe('A short answer', () => {
  it.each<[Locale, string, Meaning]>([
    ['en', 'yes', 'yes'],
    ['en', 'Yes, please!', 'yes'],
    ['en', 'OK', 'yes'],
    ['en', 'no thanks', 'no'],
    ['en', "don't send", 'no'],
    ['en', 'I don’t know', 'unknown'],
    ['en', 'skip', 'skip'],
    ['en', 'Why do you ask?', 'why'],
    ['en', 'Talk to a person', 'person'],
    ['en', 'start again', 'restart'],
    ['es', 'Sí', 'yes'],
    ['es', 'si', 'yes'],
    ['es', 'no', 'no'],
    ['el', 'Ναι', 'yes'],
    ['el', 'ναι', 'yes'],
    ['el', 'Όχι', 'no'],
    ['el', 'οχι', 'no'],
    ['fr', 'Oui', 'yes'],
    ['fr', 'Non', 'no'],
  ])('in %s: "%s" means %s', (locale, said, meaning) => {
    expect(understanding.is(said, meaning, locale)).toBe(true);
  });

  it.each<[Locale, string, Meaning]>([
    ['en', 'sí', 'yes'],
    ['en', 'ναι', 'yes'],
    ['el', 'ok', 'yes'],
    ['es', 'oui', 'yes'],
    ['fr', 'talk to a person', 'person'],
  ])('is understood in %s also when it is of another language: "%s"', (locale, said, meaning) => {
    expect(understanding.is(said, meaning, locale)).toBe(true);
  });

  it.each<[string, Meaning]>([
    ['', 'yes'],
    ['…', 'yes'],
    ['yes and no', 'yes'],
    ['yesterday', 'yes'],
    ['not', 'no'],
    ['I know', 'unknown'],
    ['Help the homeless in Drama', 'help'],
  ])('is the whole of what was said: "%s" does not mean %s', (said, meaning) => {
    expect(understanding.is(said, meaning, 'en')).toBe(false);
  });

  it('never means yes and no at once, in any language', () => {
    for (const locale of ['en', 'es', 'fr', 'el'] as const)
      for (const said of ['no', 'nein', 'ne', 'ναι', 'nai', 'jo', 'po', 'ja', 'si', 'sí', 'non', 'όχι', 'da'])
        expect(understanding.is(said, 'yes', locale) && understanding.is(said, 'no', locale)).toBe(false);
  });
});

describe('A word that means one thing here and another there', () => {
  const meanings = ['yes', 'no', 'skip', 'unknown', 'why', 'more', 'help', 'restart', 'person', 'language', 'status', 'funding', 'stop'];
  const others = ['greeting', 'thanks', 'goodbye', 'machine'];
  const none = Object.fromEntries([...meanings, ...others].map((meaning) => [meaning, [`no ${meaning} here`]]));
  const words: Partial<Record<Locale, object>> = { en: none, es: { ...none, yes: ['sí'] }, sq: { ...none, yes: ['po'], why: ['si'] } };
  const talk = { personAlone: [], self: [], around: [], askingLanguage: [], languages: {} };
  const parts: Record<string, object> = { asked: { abuse: [], crisis: [], follow: [], grants: [] }, talk };
  const part = (locale: Locale, name: string) => parts[name] ?? words[locale];
  const { is } = makeUnderstanding({ spoken: ['en', 'es', 'sq'], part } as unknown as Languages);

  it('means what it means in the language of the conversation', () => {
    expect([is('si', 'yes', 'es'), is('si', 'why', 'es')]).toEqual([true, false]);
    expect([is('si', 'yes', 'sq'), is('si', 'why', 'sq')]).toEqual([false, true]);
    expect([is('po', 'yes', 'es'), is('po', 'yes', 'en')]).toEqual([true, true]);
  });
});

describe('A request inside a sentence', () => {
  it.each<[Locale, string, Meaning]>([
    ['en', 'please let me talk to a person now', 'person'],
    ['en', 'Can I talk to a person?', 'person'],
    ['es', 'please talk to a person', 'person'],
  ])('in %s: "%s" mentions %s', (locale, said, meaning) => {
    expect(understanding.mentions(said, meaning, locale)).toBe(true);
  });

  it('is none when a single word could mean anything', () => {
    expect(understanding.mentions('is it for a person without work?', 'person', 'en')).toBe(false);
    expect(understanding.mentions('help for young people', 'help', 'en')).toBe(false);
    expect(understanding.mentions('what is the status of ESF', 'status', 'en')).toBe(false);
    expect(understanding.mentions('can I start again after a closed firm?', 'restart', 'en')).toBe(false);
  });

  it('is none in a long story', () => {
    const story = 'our workers often have to talk to a person at the town hall before anything moves';
    expect(understanding.mentions(story, 'person', 'en')).toBe(false);
    expect(understanding.mentions(story, 'person', 'en', 20)).toBe(true);
  });

  it('is none across the edge of a word', () => {
    expect(understanding.mentions('talk to a personality', 'person', 'en')).toBe(false);
  });

  it('is none in an empty text', () => {
    expect(understanding.mentions('', 'person', 'en')).toBe(false);
  });
});

describe('Asking for a person', () => {
  it.each<[Locale, string]>([
    ['en', 'could someone call me please?'],
    ['es', 'vale, quiero que me llame alguien'],
    ['es', 'necesito un asesor'],
    ['ca', 'puc trucar a algú?'],
    ['fr', 'quelqu’un peut m’appeler ?'],
    ['it', 'mi può aiutare una persona?'],
    ['pt', 'pode ligar-me alguém?'],
    ['de', 'ich will mit einem Menschen reden'],
    ['el', 'ανθρωπο παρακαλω'],
    ['el', 'με συνδέεις με υπάλληλο;'],
    ['el', 'thelw na milisw me kapoion'],
    ['sl', 'rad bi govoril s človekom'],
    ['hr', 'zovite me'],
    ['sq', 'dua nje njeri'],
    ['sq', 'me lidh me nje punonjes'],
  ])('in %s is heard in "%s"', (locale, said) => {
    expect(understanding.is(said, 'person', locale) || understanding.mentions(said, 'person', locale)).toBe(true);
  });

  it.each<[Locale, string]>([
    ['en', 'who helps a person with a disability?'],
    ['en', 'can a person apply?'],
    ['es', 'necesito un asesor fiscal para mi cooperativa'],
    ['ca', 'pot demanar-ho una persona?'],
    ['fr', 'comment devenir conseiller en insertion ?'],
    ['it', 'chi aiuta una persona disabile?'],
    ['pt', 'uma pessoa pode candidatar-se?'],
    ['de', 'kann eine Person einen Antrag stellen?'],
    ['el', 'ποιος βοηθά έναν άνθρωπο με αναπηρία;'],
    ['sl', 'ali lahko človek sam zaprosi?'],
    ['hr', 'može li osoba podnijeti prijavu?'],
    ['sq', 'kush ndihmon një njeri me aftësi të kufizuara'],
  ])('in %s is not heard in "%s"', (locale, said) => {
    expect([understanding.is(said, 'person', locale), understanding.mentions(said, 'person', locale)]).toEqual([false, false]);
  });
});

describe('What is made of known phrases', () => {
  it.each<[Locale, string, Meaning]>([
    ['fr', 'oui envoyer', 'yes'],
    ['el', 'ναι, στείλε το', 'yes'],
    ['sl', 'ne, ne', 'no'],
    ['en', 'thanks, bye', 'goodbye'],
    ['es', 'más fácil, por favor', 'help'],
    ['el', 'eisai robot?', 'machine'],
  ])('in %s: "%s" means %s', (locale, said, meaning) => {
    expect(understanding.is(said, meaning, locale)).toBe(true);
    if (meaning !== 'yes') expect(understanding.is(said, 'yes', locale)).toBe(false);
  });
});

describe('A language asked for', () => {
  it.each<[string, Locale | undefined]>([
    ['en français s’il vous plaît', 'fr'],
    ['in francese per favore', 'fr'],
    ['parla en valencià', 'ca'],
    ['ne greqisht ju lutem', 'el'],
    ['povej po slovensko', 'sl'],
    ['what about in English?', 'en'],
    ['sta agglika', 'en'],
    ['en Valencia', undefined],
    ['Greek cooperatives', undefined],
    ['in Germany', undefined],
  ])('"%s" is %s', (said, locale) => {
    expect(understanding.languageAsked(said)).toBe(locale);
  });
});

it('An insult is heard in any language, a town that looks like one is not', () => {
  expect(understanding.insultsIn('cabrons de merda')).toContain('ca');
  expect(understanding.insultsIn('ayudas en Morón')).toEqual([]);
});
