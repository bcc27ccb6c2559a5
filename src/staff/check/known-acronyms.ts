/** Acronyms that are one in another language. Whoever translates may use the own one, also where the source writes the name out. */
import { fold } from '../../language/fold';

/** One thing a line: its acronyms, and how sources write it out. */
const SAME: readonly string[] = [
  `ESF FSE ESS ΕΚΤ|Social Fund|Fondo Social|Fons Social|Fonds social|Fondo sociale|Fundo Social|Sozialfonds|Κοινωνικό Ταμείο|Κοινωνικού Ταμείου|
   socialni sklad|socialnega sklada|socijalni fond|socijalnog fonda|Fondi Social|Fondit Social`,
  `ERDF FEDER FESR EFRE ΕΤΠΑ ESRR EFRR FEZHR|Regional Development|desarrollo regional|développement régional|sviluppo regionale|
   desenvolvimento regional|regionale Entwicklung|Περιφερειακής Ανάπτυξης|regionalni razvoj|zhvillim rajonal`,
  'JTF FTJ FTG ΤΔΜ SPP FPT|Just Transition|Transição Justa|Transición Justa|Transition juste|Transizione Giusta|Δίκαιης Μετάβασης',
  'NGO ONG ΜΚΟ OJQ NVO NRO OCD|civil society|sociedad civil|société civile|non-governmental|no gubernamental|udruge|civilnoga društva',
  'SME PME PMI PIME PYME KMU ΜΜΕ MSP NVM MVP|small and medium|pequeñas y medianas|petites et moyennes|piccole e medie|pequenas e médias|kleine',
  'GDP PIB PIL BIP BDP PBB ΑΕΠ|gross domestic',
  'OECD OCDE OCSE ΟΟΣΑ',
  'GDPR RGPD DSGVO ΓΚΠΔ|data protection|2016/679',
  'SWOT DAFO FODA',
  'CDI|indefini|permanent contract',
  'EUR|euro|€|ευρώ|evr',
  'ALL|lek',
  'CPR RPDC ΚΚΔ|2021/1060',
  'VAT IVA TVA FPA ΦΠΑ DDV PDV TVSH MwSt',
  'ESFA|European Social Fund Agency|Social Fund Agency',
];

const GROUPS = SAME.map((line) => {
  const [acronyms = '', ...names] = line.replace(/\s+/g, ' ').split('|');
  return { acronyms: acronyms.split(' '), folded: acronyms.split(' ').map(fold), names: names.map((name) => fold(name.trim())) };
});

/** Greek capitals as the authorities write them abroad (ELOT 743): ΕΣΠΑ is ESPA, ΔΥΠΑ is DYPA. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'Α A',
    'Β V',
    'Γ G',
    'Δ D',
    'Ε E',
    'Ζ Z',
    'Η I',
    'Θ TH',
    'Ι I',
    'Κ K',
    'Λ L',
    'Μ M',
    'Ν N',
    'Ξ X',
    'Ο O',
    'Π P',
    'Ρ R',
    'Σ S',
    'Τ T',
    'Υ Y',
    'Φ F',
    'Χ CH',
    'Ψ PS',
    'Ω O',
  ].map((pair) => pair.split(' ') as [string, string]),
);

const inLatinLetters = (acronym: string): string => [...acronym].map((letter) => LATIN[letter] ?? letter).join('');

/** Whether a source says an acronym, one that means the same, or what it stands for. The source is folded once, however many are asked for. */
export function acronymsOf(source: string): (acronym: string) => boolean {
  const folded = fold(source);
  const latin = fold(inLatinLetters(source));
  const says = (word: string) => folded.includes(fold(word));
  return (acronym) =>
    says(acronym) ||
    latin.includes(fold(inLatinLetters(acronym))) ||
    GROUPS.some(
      (group) =>
        group.acronyms.includes(acronym) &&
        (group.folded.some((one) => folded.includes(one)) || group.names.some((name) => folded.includes(name))),
    );
}
