/**
 * Words that every text holds, so that finding one says nothing. @orama/stopwords where its list is good; our own for ca, sl, hr and
 * sq (Orama has no ca, hr, sq, and its Slovene list is Russian), and what the others miss: question words above all, and the English "a".
 */

import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as greek } from '@orama/stopwords/greek';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { LOCALES, type Locale } from '../domain/locale';
import { foldWord, soundOf, tokenise } from './words';

/** Orama counts these among the empty words of Spanish; in questions about work and money they are what is asked. */
const SPANISH_CONTENT = new Set(
  tokenise(
    `acuerdo ampleamos empleais emplean emplear empleas empleo ejemplo general horas intenta intentar intento lugar nueva nuevas nuevo
    nuevos pais paìs parte realizar tiempo trabaja trabajais trabajamos trabajan trabajar trabajas trabajo usar uso valor verdad`,
  ),
);

const OWN: Readonly<Record<Locale, string>> = {
  en: 'a also could does don didn doesn isn many much please s t d m ll re ve us whether yet',
  es: 'cuál cuáles cuánto dónde hay pueden puedo qué quién algún alguna',
  ca: `a al als algun alguna alguns algunes això allà allò amb any aquell aquella aquells aquelles aquest aquesta aquests aquestes aquí
    bé cada com cada cap contra d de del dels des doncs e el ell ella ells elles els em en encara ens entre era eren eres és esta està
    estan estar estat estava este etc eu fa fan fer fins ha haver havia han he hem hi hauria heu ho i ja jo l la les li lo llavors
    m m'he meu meva meves meus mentre més mi molt molta molts moltes n ne ni no nosaltres nostre nostra nostres o on or però per perquè
    poc pot poden podem podria podríem puc puguem què qual quals quan quant quanta quants quantes que qui quin quina quins quines s sa
    se sense ser serà seu seva seus seves si sí sigui són sobre som sou són ses t tal també tan tant te tenen tenir teu teva teus tinc
    tot tota tots totes tu un una uns unes us va vaig van vos vostè vosaltres vostre vostra`,
  fr: 'afin ainsi alors aussi ça car chaque combien comment dont donc entre est-ce lequel laquelle où peut peuvent pourquoi puis quand quoi si très y',
  it: "alcuni alcune c'è cosa dell' ogni oppure però poi possono possiamo posso può quando qualche quali sull' quindi anche",
  pt: 'alguma algumas algum alguns há onde pode podem posso podemos porque porquê quais quanta quantas quanto quantos que quê sobre todos todas',
  de: `alles ab bitte dabei dafür darf dass denen deren eben etwa gab gibt ja je kannst können mehr mich möchte möglich nein oft per sei
    seit sodass sogar wann warum wegen wer wem wen wessen weshalb wieso wieviel wohin woher worum wozu`,
  el: `αυτή αυτό αυτός ένα ένας μία μια έχει έχω έχουν έχετε είχε ήταν μου σου του μας σας τους της τι πού πότε πόσο πόσα πόσοι πόσες πώς
    ποιον ποιους μπορώ μπορεί μπορούν μπορούμε υπάρχει υπάρχουν όταν όλα όλοι όλες πολύ πιο σαν σε στους στις στα στων τις των ή ήδη
    πρέπει ούτε κάθε κάποιος κάποια όπου οποία οποίο οποίος οποίοι έτσι ακόμα ακόμη δηλαδή γιατί επίσης μετά πριν χωρίς μέσα`,
  sl: `a ali ampak bi bil bila bile bili bilo biti bo bodo bodo bom bomo bosta boste boš brez če čez da do dokler ga glede gre h he i in iz
    iti ja jaz je jih jim jo k kadar kaj kak kakšen kakšna kakšne kakšno kam kar kaj kako kateri katera katere katero kdaj kdo ker ki kje
    ko koga koliko komu kot lahko le ma me med mene meni mi midva moj moja moje mora moram morajo more morem mu na nad nam naj nam nas naš
    naša naše ne nek neka nekaj neki nekoga ni nič niso nisem njegov njegova njej njen njih njihov njim njo njun o ob od on ona onadva
    one oni ono oz pa po pod pred prek preko pri s saj se sebe sem si skozi smo so sta ste sva svoj svoja svoje ta tak taka tako takrat
    tam te tega tej tem temu ter ti tik tisti tista tisto to toda torej tu tudi tukaj tvoj v vam vas vaš vaša vaše ve vendar več vi vsak
    vsaka vsako vse vsi vsem z za zakaj zato zelo že`,
  hr: `a ako ali bez bi bih bila bile bili bilo bio bismo biste biti bit će ćemo ćete ćeš ću čega čemu da dakle do dok drugi duž ga gdje
    hoće hoćemo hoću i iako ih ili im iz ja je jedan jedna jedne jedno jer jesam jesi jesmo jest jeste jesu jim joj još ju k kada kad kako
    kao ko kod koga koja koje koji kojih kojim kojima koju kojoj kojem kojeg kolika koliko kome koristi li me mene meni mi mimo mogu može
    možemo moj moja moje mora moraju mu na nad nakon nam nama nas naš naša naše ne nego neka neke neki nekog neku nema netko ni nije
    nikoga ništa nisam nisi nismo niste nisu njega njemu njezin njih njihov njim njoj nju no o od odmah oko on ona oni ono onda os pa pak
    po pod pored postoji postoje prije pri s sa sam samo se sebe sebi si smo ste su sve svaki svi svoj svoja svoje svog svom što šta ta
    tada taj tako također te tebe tebi ti tijekom tko to toj tome tu tvoj u unutar uz vam vama vas vaš vaša vaše već vi više vrlo za
    zašto zar zbog`,
  sq: `a ai ajo ama andej asaj asnjë ata atë atij ato aty besi ca cila cilat cilët cili cilën çdo çfarë çka cfare deri dhe dikush disa do
    dot duhet duke e edhe është gjatë i ishin ishte ja jam janë jashtë je jemi jeni jo ju juaj juve ka kam kanë këta këtë këtij këto
    kemi keni kete ki kishin kishte kjo krejt ku kur kush ky le lidhur me më mes mi mos mua mund mundem mundet nën na ne në nëse nëpër
    nga ngaqë nuk një nje ose pa para pas përballë per për përse po por prej pra që qe qenë qenka s sa saj se sepse sesa si siç sidomos
    sipas t ta tani te të tek tij tim tjera tjerë tonë tu tuaj ty tyre ty u unë vetë veten yt`,
};

const ORAMA: Partial<Readonly<Record<Locale, readonly string[]>>> = {
  en: english,
  es: spanish.filter((word) => !SPANISH_CONTENT.has(word)),
  fr: french,
  it: italian,
  pt: portuguese,
  de: german,
  el: greek,
};

/** Parts of "they're" and "can't" as `tokenise` sees them; longer parts may be words of their own ("won"). */
const LONGEST_PART = 2;

function readList(locale: Locale): ReadonlySet<string> {
  const words = [...(ORAMA[locale] ?? []), ...OWN[locale].split(/\s+/)];
  const parts = words.flatMap((word) => {
    const tokens = tokenise(word);
    return tokens.length > 1 ? tokens.filter((part) => part.length <= LONGEST_PART) : tokens;
  });
  return new Set(parts.map(foldWord));
}

const LISTS = new Map(LOCALES.map((locale) => [locale, readList(locale)]));

/** Folded. */
export const isStopWord = (folded: string, locale: Locale): boolean => LISTS.get(locale)?.has(folded) ?? false;

const GREEK_SOUNDS = new Set([...(LISTS.get('el') ?? [])].map(soundOf));

/** Of a Greek word that came in Latin letters, whose vowels are by ear. */
export const soundsLikeGreekStopWord = (folded: string): boolean => GREEK_SOUNDS.has(soundOf(folded));
