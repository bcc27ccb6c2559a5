/** "Try a question": the answer as people would see it, and how it came about. */
import type { Answer } from '../../answering/answer';
import { MAX_QUESTION } from '../../answering/answer';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES, textIn } from '../../domain/locale';
import type { Card, Reply } from '../../domain/reply';
import { type Html, html } from '../report/html';
import { staffFrame } from './staff-frame';

/** What the form holds, as it was filled in. */
export interface TryFields {
  readonly question: string;
  readonly locale: string;
  readonly at: string;
  readonly site: string;
}

export type TryResult =
  | { readonly ok: false; readonly what: string }
  | { readonly ok: true; readonly locale: string; readonly answer: Answer; readonly reply: Reply; readonly ms: number };

export function tryPage(fields: TryFields, knowledge: KnowledgeBase, result?: TryResult): string {
  const body = html`<h1>Try a question</h1>
<p class="muted">Answered from the version that serves now, and kept nowhere.</p>
${formPart(fields, knowledge, result)}
${result?.ok ? resultPart(result, knowledge) : html``}`;
  return staffFrame({ title: 'Try a question', body, isSignedIn: true });
}

function formPart({ question, locale, at, site }: TryFields, knowledge: KnowledgeBase, result: TryResult | undefined): Html {
  const sites = knowledge.entries.flatMap(({ id, kind }) => (kind === 'site' ? [{ value: id, name: id }] : []));
  const tongues = [{ value: '', name: 'as it is written' }, ...LOCALES.map((value) => ({ value, name: languageName(value) }))];
  const isRefused = result?.ok === false;
  const invalid = isRefused ? html` aria-invalid="true" aria-describedby="refused"` : html``;
  return html`${isRefused ? html`<p id="refused" class="notice" role="alert">${result.what}</p>` : html``}
<form method="post" action="/staff/try#answer" class="form">
<p><label for="question">Question</label><textarea id="question" name="question" rows="3" maxlength="${MAX_QUESTION * 2}" required${invalid}>
${question}</textarea></p>
<div class="fields">
<p><label for="locale">Language</label><select id="locale" name="locale">${options(tongues, locale)}</select></p>
<p><label for="at">Day</label><input id="at" name="at" type="date" value="${at}" aria-describedby="at-note"><span id="at-note" class="muted">empty: today</span></p>
<p><label for="site">Site</label><select id="site" name="site">${options(sites, site)}</select></p>
</div>
<p><button type="submit" class="strong">Answer</button></p>
</form>`;
}

const options = (all: readonly { value: string; name: string }[], chosen: string): Html[] =>
  all.map(({ value, name }) => html`<option value="${value}"${value === chosen ? html` selected` : html``}>${name}</option>`);

const languageName = (tag: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;

function resultPart({ answer, reply, locale, ms }: Extract<TryResult, { ok: true }>, knowledge: KnowledgeBase): Html {
  return html`<section id="answer" class="answer" aria-labelledby="answer-title"><h2 id="answer-title">Answer</h2>
<dl class="facts"><div><dt>Outcome</dt><dd><code>${answer.outcome}</code></dd></div><div><dt>Confidence</dt><dd>${figure(answer.confidence)}</dd></div>
<div><dt>Language</dt><dd>${languageName(locale)}</dd></div><div><dt>Time</dt><dd>${Math.round(ms)} ms</dd></div></dl>
<div class="reply" lang="${reply.locale}">${replyHtml(reply)}</div>
${suggestionsPart(answer)}${hitsPart(answer, knowledge)}</section>`;
}

const figure = (value: number): string => value.toFixed(3);

/** Blank lines part paragraphs, as in the chat. */
function replyHtml({ text, quotes = [], cards = [] }: Reply): Html {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`);
  return html`<div class="bubble">${paragraphs}${quotes.map((quote) => html`<blockquote lang="${quote.locale}">${quote.text}</blockquote>`)}</div>
${cards.map(cardHtml)}`;
}

function cardHtml({ entry, title, locale, summary, badge, facts, links }: Card): Html {
  const lang = locale ? html` lang="${locale}"` : html``;
  return html`<article class="card"><h3${lang}>${title}</h3>${badge ? html`<p><span class="badge ${badge.tone}">${badge.text}</span></p>` : html``}
${summary ? html`<p${lang}>${summary}</p>` : html``}<dl class="facts">${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<ul>${links.map(({ title: name, url }) => html`<li><a href="${url}" rel="noopener noreferrer">${name}</a></li>`)}</ul>
<p class="muted" lang="en"><a href="/entries/${entry}"><code>${entry}</code></a></p></article>
`;
}

const suggestionsPart = ({ suggestions }: Answer): Html =>
  suggestions.length === 0 ? html`` : html`<h3>Offered as "did you mean"</h3><ul>${suggestions.map((one) => html`<li>${one}</li>`)}</ul>`;

function hitsPart({ hits }: Answer, knowledge: KnowledgeBase): Html {
  if (hits.length === 0) return html`<p>Nothing was looked for, or nothing was found.</p>`;
  const rows = hits.map(({ entry: id, score }, rank) => {
    const entry = knowledge.findEntry(id);
    const title = entry ? textIn(entry.title, 'en', entry.locale) : { text: '', locale: 'en' };
    const about = entry ? `${entry.kind} · ${entry.country}` : '';
    return html`<tr><td class="number">${rank + 1}</td><td class="number">${figure(score)}</td><th scope="row" class="hit"><span lang="${title.locale}">${title.text}</span> <a href="/entries/${id}"><code>${id}</code></a></th><td>${about}</td></tr>
`;
  });
  return html`<h3 id="hits">Hits, before anything was held back</h3>
<div class="wide" role="region" aria-labelledby="hits" tabindex="0"><table><thead><tr><th scope="col" class="number">rank</th><th scope="col" class="number">score</th><th scope="col">entry</th><th scope="col">kind</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
