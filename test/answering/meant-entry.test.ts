/** What people asked and were answered with something else: the entry of the shipped folder that they meant. */
import type { Library } from '../../dialogs/dialog';
import type { Locale } from '../../src/domain/locale';
import { type AskRooms, answerLine } from '../../src/staff/ask';
import { openStage } from '../support/stage';

describe('The entry that is meant', () => {
  let rooms: AskRooms;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { library, languages, detector } = await openStage();
    const current: Library = library.current();
    rooms = { ...current, languages, detector, defaultSite: 'demo', now: () => new Date('2026-11-21T12:00:00Z') };
    close = () => library.close();
  }, 60_000);
  afterAll(() => close());

  it.each<[question: string, locale: Locale, entry: string]>([
    // By its name, in its own language and in another.
    ['Programm Nachhaltig wirken Frist', 'de', 'de-call-nachhaltig-wirken'],
    ['What is Nachhaltig wirken?', 'en', 'de-call-nachhaltig-wirken'],
    ['Until when can one apply to Nachhaltig wirken?', 'en', 'de-call-nachhaltig-wirken'],
    ['Who can take part in Zukunftsregionen in Niedersachsen?', 'en', 'de-call-ni-zukunftsregionen'],
    ['CLDS 5G', 'pt', 'pt-svc-adl-clds5g'],
    // By the sum.
    ['5500 euros por socio cooperativa Asturias', 'es', 'es-aid-coop-5500'],
    ['ayuda de 5500 euros por socio en Sevilla', 'es', 'es-aid-coop-5500'],
    ['5500 euros por socio en Murcia', 'es', 'es-aid-coop-5500'],
    // For money, in a place.
    ['ΚοινΣΕπ Θεσσαλονίκη επιδότηση', 'el', 'gr-call-cmac-kalo'],
    ['φορείς ΚΑΛΟ Αττική επιδότηση', 'el', 'gr-call-attica-kalo-2025'],
    ['Μέχρι πότε μπορούν να κάνουν αίτηση οι φορείς ΚΑΛΟ της Κεντρικής Μακεδονίας', 'el', 'gr-call-cmac-kalo'],
  ])('is shown: %s (%s)', async (question, locale, entry) => {
    const { answer } = await answerLine({ id: 0, question, locale }, rooms);
    expect(answer.entries[0]?.id).toBe(entry);
  });
});
