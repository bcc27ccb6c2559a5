/** Passages and small folders for tests: a test writes only the words it is about. */
import type { Entry } from '../../src/domain/entry';
import type { KnowledgeBase } from '../../src/domain/knowledge-base';
import type { Locale } from '../../src/domain/locale';
import type { Passage } from '../../src/domain/passage';
import type { Vocabularies } from '../../src/domain/vocabulary';
import type { Breathe } from '../../src/retrieval/breathing';
import { SMALL_VOCABULARIES } from '../support/sample-entries';

/** Section 0 is the headline. */
export function aPassage(entry: string, locale: Locale, text: string, section = 0): Passage {
  return { id: `${entry}#${section}.${locale}`, entry, kind: 'guide', locale, title: '', heading: '', text };
}

export function aFolder(
  passages: readonly Passage[],
  entries: readonly Entry[] = [],
  vocabularies: Vocabularies = SMALL_VOCABULARIES,
): KnowledgeBase {
  return {
    digest: 'a digest',
    entries,
    passages,
    vocabularies,
    findEntry: (id) => entries.find((entry) => entry.id === id),
    findSite: () => undefined,
  };
}

export const NO_VOCABULARIES: Vocabularies = {
  areas: new Map(),
  applicants: new Map(),
  topics: new Map(),
  objectives: new Map(),
  events: new Map(),
  skills: new Map(),
  concepts: [],
};

export const withoutPause: Breathe = async () => {};

/** The same in four languages, as headlines, and bodies in one or two. */
export const FUNDING_FOLDER: readonly Passage[] = [
  aPassage('coop-grants', 'en', 'Grants for cooperatives. Money to found a cooperative or to hire its first worker.'),
  aPassage('coop-grants', 'es', 'Ayudas para cooperativas. Dinero para fundar una cooperativa o contratar a su primera persona.'),
  aPassage('coop-grants', 'fr', 'Aides aux coopératives. De l’argent pour fonder une coopérative ou embaucher la première personne.'),
  aPassage('coop-grants', 'el', 'Επιχορηγήσεις για συνεταιρισμούς. Χρήματα για την ίδρυση συνεταιρισμού.'),
  aPassage('coop-grants', 'es', 'La cuantía máxima es de doce mil euros por cada socio trabajador.', 1),
  aPassage('youth-training', 'en', 'Training for young people without a job in the solar industry.'),
  aPassage('youth-training', 'es', 'Formación para jóvenes sin empleo en la industria solar.'),
  aPassage('youth-training', 'fr', 'Formation des jeunes sans emploi dans l’industrie solaire.'),
  aPassage('youth-training', 'el', 'Κατάρτιση άνεργων νέων στη βιομηχανία της ηλιακής ενέργειας.'),
  aPassage('youth-training', 'en', 'The course lasts six months. Travel is refunded every Friday.', 1),
  aPassage('shelter', 'en', 'A shelter for homeless families, open at night.'),
  aPassage('shelter', 'es', 'Un albergue para familias sin hogar, abierto de noche.'),
  aPassage('shelter', 'fr', 'Un abri pour les familles sans logement, ouvert la nuit.'),
  aPassage('shelter', 'el', 'Ένα καταφύγιο για άστεγες οικογένειες, ανοιχτό τη νύχτα.'),
];
