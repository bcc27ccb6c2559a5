import { join } from 'node:path';
import { withoutCourtesies } from '../../../dialogs/answers/courtesies';
import type { Meaning } from '../../../dialogs/answers/heard-phrases';
import { makeUnderstanding } from '../../../dialogs/answers/understanding';
import type { Locale } from '../../../src/domain/locale';
import { Languages } from '../../../src/language/speech';

const understanding = makeUnderstanding(new Languages(join(__dirname, '..', '..', '..', 'locales')));

const asksForPerson = (said: string, locale: Locale): boolean =>
  understanding.is(said, 'person', locale) || understanding.says(said, 'person', locale) || understanding.wishesPerson(said);

describe('A wish for a person', () => {
  it.each<[Locale, string]>([
    ['en', 'Can I speak with a real person?'],
    ['en', 'is there a person I can talk to?'],
    ['en', 'I need to speak with an expert'],
    ['en', 'please phone me in the morning'],
    ['en', 'I care for my husband with dementia, I am exhausted and do not know what to do any more, could I talk to a human being please'],
    ['fr', 'je voudrais un vrai humain'],
    ['fr', 'y a-t-il quelqu’un à qui parler ?'],
    ['es', 'vale pues con quien hablo'],
    ['ca', 'puc parlar amb algú de veritat?'],
    ['pt', 'hablar con persona'],
    ['pt', 'há alguém com quem possa falar?'],
    ['it', 'voglio parlare con una persona per fondare una cooperativa'],
    ['de', 'kann ich mit wem reden'],
    ['de', 'Rufen Sie mich bitte zurück'],
    ['el', 'θέλω να μιλήσω με την κοινωνική υπηρεσία της Δράμας'],
    ['sl', 'a lahko govorim z živim človekom'],
    ['sl', 'dej me poveži z enim človekom'],
    ['hr', 'hocu razgovarati sa covjekom'],
    ['hr', 'mogu li s nekim pričati'],
    ['sq', 'Ky është kot, s’më ndihmon fare. Dua një njeri.'],
  ])('in %s is heard as a question and in a sentence: "%s"', (locale, said) => {
    expect(asksForPerson(said, locale)).toBe(true);
  });

  it.each<[Locale, string]>([
    ['en', 'who can I talk to about hiring in Treviso'],
    ['en', 'is there someone who helps cooperatives in Greece?'],
    ['en', 'are you a person or a robot?'],
    ['en', 'we want to hire a person with a disability'],
    ['es', '¿hay alguien que ayude a las cooperativas en Reus?'],
    ['de', 'wie viele Personen braucht ein Verein'],
    ['sq', 'ti je robot apo njeri?'],
  ])('in %s is not heard in "%s"', (locale, said) => {
    expect(asksForPerson(said, locale)).toBe(false);
  });
});

describe('What is meant', () => {
  it.each<[Locale, string, Meaning]>([
    ['sq', 'ti je robot apo njeri?', 'machine'],
    ['el', 'πώς πάει το αίτημά μου;', 'status'],
    ['sq', 'si shkoi kërkesa ime?', 'status'],
    ['en', 'how long until I hear?', 'wait'],
    ['sq', 'sa kohë duhet për përgjigje?', 'wait'],
    ['el', 'θέλω να διαγράψω τα στοιχεία μου', 'erase'],
    ['es', 'gracias guapa', 'thanks'],
    ['pt', 'obrigadinho', 'thanks'],
    ['el', 'ευχαριστώ πολύ για τη βοήθεια', 'thanks'],
    ['sq', 'shumë faleminderit për ndihmën', 'thanks'],
    ['de', 'Ihr seid super!', 'thanks'],
    ['el', 'αυτό είναι λάθος', 'complaint'],
    ['hr', 'ovo mi ništa ne pomaže!', 'complaint'],
    ['de', 'das hilft mir nicht', 'complaint'],
    ['it', 'non hai capito niente', 'complaint'],
    ['sq', 'nuk kuptova, ma thuaj më thjesht', 'help'],
    ['sl', 'ne, prekini', 'stop'],
    ['el', 'τίποτα, άστο', 'stop'],
    ['sq', 'Ndërprit', 'stop'],
    ['pt', 'continuar', 'skip'],
  ])('in %s by "%s" is %s', (locale, said, meaning) => {
    expect(understanding.is(said, meaning, locale)).toBe(true);
  });

  it.each<[Locale, string]>([
    ['en', 'that is right'],
    ['sl', 'to je prav'],
    ['hr', 'to je točno'],
    ['en', 'this does not help me find a job in Graz'],
  ])('in %s by "%s" is no complaint', (locale, said) => {
    expect(understanding.is(said, 'complaint', locale)).toBe(false);
  });
});

describe('Who says hello, thanks or that it was wrong before a question', () => {
  it.each<[Locale, string, string]>([
    ['el', 'Καλημέρα, τι κάνεις; τι μπορείς να μου πεις;', 'τι μπορείς να μου πεις;'],
    ['ca', "no m'has entès, vull saber si encara hi ha diners", 'vull saber si encara hi ha diners'],
    ['es', 'Hola, ¿qué es el FSE+?', '¿qué es el FSE+?'],
    ['en', 'Good morning!', 'Good morning!'],
    ['en', 'In Zaragoza, please', 'In Zaragoza, please'],
  ])('in %s by "%s" asks "%s"', (locale, said, question) => {
    expect(withoutCourtesies(said, understanding, locale)).toBe(question);
  });
});
