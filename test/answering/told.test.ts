import { join } from 'node:path';
import { type Told, toldOf } from '../../src/answering/told';
import type { Entry } from '../../src/domain/entry';
import type { AskedAbout } from '../../src/language/asking';
import { makeAsking } from '../../src/language/make-asking';
import { Languages } from '../../src/language/speech';
import { callEntry, guideEntry } from '../support/sample-entries';

const asking = makeAsking(new Languages(join(__dirname, '..', '..', 'locales')));
const told = (entry: Entry, ...asked: AskedAbout[]): Told => toldOf(new Set(asked), entry, asking);
const guide = (text: string): Entry => guideEntry({}, { en: text });

describe('What an entry tells of what is asked', () => {
  it('is all when nothing is asked that could be missing', () => {
    expect(told(guide('Anything.'), 'applicant', 'help')).toBe('all');
  });

  it.each<[string, Entry, AskedAbout, Told]>([
    ['a sum in the front matter', callEntry({ call: { amounts: [{ what: 'grant', max: 5000 }] } }), 'amount', 'all'],
    ['a share of the costs', callEntry({ call: { supportRate: { max: 80 } } }), 'amount', 'all'],
    ['a sum in the text', guide('It pays up to EUR 5,000.'), 'amount', 'all'],
    ['a number that is no sum', guide('There were 12 projects.'), 'amount', 'none'],
    ['a share of the costs', callEntry({ call: { supportRate: { max: 80 } } }), 'rate', 'all'],
    ['a share in the text', guide('The fund pays up to 85 % of the costs.'), 'rate', 'all'],
    ['a sum and no share', callEntry({ call: { amounts: [{ what: 'grant', max: 5000 }] } }), 'rate', 'none'],
    ['a sum for each person', callEntry({ call: { amounts: [{ what: 'per-person', max: 5000 }] } }), 'each', 'all'],
    ['a sum a month in the text', guide('Trainees get EUR 300 a month.'), 'each', 'all'],
    ['a sum in all', callEntry({ call: { amounts: [{ what: 'total', max: 5000 }] } }), 'each', 'none'],
    ['a closing day', callEntry({ call: { closes: '2026-10-01' } }), 'deadline', 'all'],
    ['the year of opening alone', callEntry({ call: { opens: '2024' } }), 'deadline', 'none'],
    ['the day of a law in the text of a call', callEntry({}, { en: 'By the law of 3 May 2019.' }), 'deadline', 'none'],
    ['a day in another text', guide('It runs until 3 May 2027.'), 'deadline', 'all'],
    ['a price', guide('The registration fee is EUR 200.'), 'price', 'all'],
    ['that the price is not known', guide('Our sources do not tell the fee. The school has 300 places at EUR 5 of rent.'), 'price', 'none'],
    ['who leads it', guide('Its director is elected by the members.'), 'head', 'all'],
    ['nobody who leads it', guide('It has an office.'), 'head', 'none'],
  ])('with %s: %#', (_, entry, about, expected) => expect(told(entry, about)).toBe(expected));

  it('is all of it when somebody asks whom to turn to and there is no telephone number', () => {
    expect(told(guide('The centre helps cooperatives.'), 'contact', 'help')).toBe('all');
    expect(told(guide('The centre helps cooperatives.'), 'contact')).toBe('none');
  });

  it('is some of it when one thing asked is told and another is not', () => {
    expect(told(callEntry({ call: { closes: '2026-10-01' } }), 'amount', 'deadline')).toBe('some');
  });

  it('is found in the text of any language', () => {
    expect(told(guideEntry({}, { el: 'Το κόστος συμμετοχής είναι 200 ευρώ.' }), 'price')).toBe('all');
  });
});
