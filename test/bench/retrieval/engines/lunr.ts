/** lunr with lunr-languages. Where that has no stemmer (ca, sl, hr, sq), or one that finds less (el), a pipeline of Ponte's stems. */
import lunr from 'lunr';
import addGerman from 'lunr-languages/lunr.de.js';
import addSpanish from 'lunr-languages/lunr.es.js';
import addFrench from 'lunr-languages/lunr.fr.js';
import addItalian from 'lunr-languages/lunr.it.js';
import addPortuguese from 'lunr-languages/lunr.pt.js';
import addStemmers from 'lunr-languages/lunr.stemmer.support.js';
import { LOCALES, type Locale } from '../../../../src/domain/locale';
import { stem } from '../../../../src/retrieval/stemming';
import { LONGEST_WORD, tokenise } from '../../../../src/retrieval/words';
import { buildByLanguage, DOCUMENTS, type DocumentSearch, type Engine } from '../engine';

type Plugin = (this: lunr.Builder) => void;

for (const add of [addStemmers, addGerman, addSpanish, addFrench, addItalian, addPortuguese]) add(lunr);
const languages: Readonly<Partial<Record<Locale, Plugin>>> = { de: lunr.de, es: lunr.es, fr: lunr.fr, it: lunr.it, pt: lunr.pt };

const pluginFor = (locale: Locale): Plugin => {
  const stemWord: lunr.PipelineFunction = (token) => token.update((word) => stem(trimmed(word), locale));
  lunr.Pipeline.registerFunction(stemWord, `stem-${locale}`);
  return function () {
    for (const pipeline of [this.pipeline, this.searchPipeline]) {
      pipeline.reset();
      pipeline.add(stemWord);
    }
  };
};
const trimmed = (word: string): string =>
  word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .slice(0, LONGEST_WORD);

const ownStems = new Map(LOCALES.filter((locale) => locale !== 'en' && !languages[locale]).map((locale) => [locale, pluginFor(locale)]));

function indexOf(texts: readonly string[], locale: Locale): DocumentSearch {
  const plugin = languages[locale] ?? ownStems.get(locale);
  const index = lunr(function () {
    if (plugin) this.use(plugin);
    this.ref('id');
    this.field('text');
    for (const [id, text] of texts.entries()) this.add({ id, text });
  });
  return (question) =>
    index
      .query((query) => {
        for (const word of tokenise(question)) query.term(word, { usePipeline: true });
      })
      .slice(0, DOCUMENTS)
      .map(({ ref, score }) => ({ document: Number(ref), score }));
}

export const engine: Engine = {
  onFolder: { languages: 'own', document: 'entry' },
  build: (texts) => buildByLanguage(texts, indexOf),
};
