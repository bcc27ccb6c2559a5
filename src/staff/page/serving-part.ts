/** Which version of the folder serves, and what is wrong with the files as they are now. */
import type { Finding } from '../../domain/finding';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { plainLine } from '../plain-line';
import { type Html, html } from '../report/html';

/** The folder as it serves, and how its last reading went. */
export interface FolderStatus {
  readonly knowledge: KnowledgeBase;
  readonly findings: readonly Finding[];
  readonly servingSince: Date;
  readonly lastRead: Date;
  /** The last reading gave nothing that could serve. */
  readonly hasFailed: boolean;
}

/** What answers people where a file has errors. */
type Instead = 'last good version' | 'nothing';

export interface StaffFinding extends Finding {
  /** Of an error in the file of an entry. */
  readonly serves?: Instead;
}

/** Warnings beyond these are for `ponte check`. */
const MOST_FINDINGS = 100;

/** Errors first, then by file and line. */
export function findingsOf({ knowledge, findings }: FolderStatus): StaffFinding[] {
  const serving = new Set(knowledge.entries.map(({ file }) => file));
  const rank = ({ severity }: Finding) => (severity === 'error' ? 0 : 1);
  return findings
    .map((one) => (one.severity === 'error' && !one.file.startsWith('vocabularies/') ? { ...one, serves: insteadOf(one, serving) } : one))
    .sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

const insteadOf = ({ file }: Finding, serving: ReadonlySet<string>): Instead => (serving.has(file) ? 'last good version' : 'nothing');

export const servingJson = ({ knowledge, servingSince, lastRead, hasFailed }: FolderStatus) => ({
  digest: knowledge.digest,
  entries: knowledge.entries.length,
  passages: knowledge.passages.length,
  since: servingSince.toISOString(),
  lastRead: lastRead.toISOString(),
  lastReadingFailed: hasFailed,
});

export function servingPart(status: FolderStatus): Html {
  const { knowledge, servingSince, lastRead, hasFailed } = status;
  const failed = hasFailed
    ? html`<p class="notice" role="status">The folder could not be read at ${time(lastRead)}, or held no usable entry. The last good version serves. Look whether the folder is there and its files can be read.</p>`
    : html``;
  return html`<h2 id="serving">What serves now</h2>${failed}
<dl class="facts"><div><dt>Version</dt><dd><code title="${knowledge.digest}">${knowledge.digest.slice(0, 12)}</code></dd></div>
<div><dt>Serving since</dt><dd>${time(servingSince)}</dd></div><div><dt>Last read</dt><dd>${time(lastRead)}</dd></div>
<div><dt>Entries</dt><dd>${knowledge.entries.length}</dd></div></dl>`;
}

export function findingsPart(status: FolderStatus): Html {
  const findings = findingsOf(status);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const files = new Set(errors.map(({ file }) => file)).size;
  const rest = findings.length - MOST_FINDINGS;
  return html`<h2 id="findings">Findings of the last reading</h2>
${files === 0 ? html`<p class="good-news">No file is broken.</p>` : brokenNote(files)}
${findings.length === 0 ? html`` : html`<ul class="findings">${findings.slice(0, MOST_FINDINGS).map(findingRow)}</ul>`}
${rest > 0 ? html`<p class="muted">And ${rest} more.</p>` : html``}
<p class="muted"><code>npm run ponte -- check</code> applies every rule, also those that only advise.</p>`;
}

const brokenNote = (files: number): Html =>
  html`<p class="notice">${files === 1 ? '1 file is' : `${files} files are`} broken. Of each entry that was good before, the last good version serves until its file is mended; saving a mended file is live within a second.</p>`;

function findingRow({ severity, file, line, column, what, fix, rule, serves }: StaffFinding): Html {
  const instead =
    serves === undefined
      ? html``
      : html` <span class="serves">${serves === 'nothing' ? 'Nothing of it serves.' : 'Its last good version serves.'}</span>`;
  return html`<li class="${severity}"><p><strong>${severity}</strong> <code>${plainLine(file)}:${line}:${column}</code> <span class="muted">${rule}</span></p><p>${plainLine(what, LONGEST)}</p><p><strong>What to do:</strong> ${plainLine(fix, LONGEST)}${instead}</p></li>
`;
}

/** Characters of a message; it may quote a file. */
const LONGEST = 600;

const time = (instant: Date): Html => {
  const iso = instant.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
};
