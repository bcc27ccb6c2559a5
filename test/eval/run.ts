/**
 * `npm run eval`: how well questions are answered from the shipped folder, per language and kind. Not a test: it prints tables and
 * compares with `baseline.json`; `-- --update` writes the baseline, `--tune` shows the half that weights are chosen on, `--misses` what went
 * wrong, `--html FILE` and `--json FILE` write the report. `--no-worse` fails when a language finds less than the baseline says;
 * `--gate`, the check of CI, also when one falls too far behind the best.
 * Questions were written by people who do not tune the retriever.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES } from '../../src/domain/locale';
import { type AskRooms, askOne } from '../../src/staff/ask';
import { openStage } from '../support/stage';
import { type Asked, isFromPassage, isPassageJudged, isRight, measure, reliability, type Scores } from './measure';
import { type Evaluation, evaluationPage } from './page';
import { readQuestions } from './questions';

/** Dates of calls move on; the questions were written for this day. */
const DAY = '2026-11-21';
const BASELINE = join(__dirname, 'baseline.json');
/** No language may find less than this share of what the best one finds, over all questions. */
const PARITY = 0.9;
/** What one question more or less makes of forty is no fall. */
const SLACK = 0.026;

type Table = Readonly<Record<string, Scores>>;

async function askAll(): Promise<{ asked: Asked[]; entries: number }> {
  const { library, languages, detector } = await openStage();
  const rooms: AskRooms = { ...library.current(), languages, detector, defaultSite: 'demo', now: () => new Date(`${DAY}T12:00:00Z`) };
  const asked: Asked[] = [];
  for (const question of readQuestions())
    asked.push({ question, answer: await askOne({ id: question.id, question: question.question, at: DAY }, rooms) });
  return { asked, entries: rooms.knowledge.entries.length };
}

const byLanguage = (asked: readonly Asked[]): Table =>
  Object.fromEntries([
    ...LOCALES.map((locale) => [locale, measure(asked.filter(({ question }) => question.locale === locale))] as const),
    ['all', measure(asked)] as const,
  ]);

const byKind = (asked: readonly Asked[]): Table => {
  const kinds = [...new Set(asked.map(({ question }) => question.kind))].sort();
  return Object.fromEntries(kinds.map((kind) => [kind, measure(asked.filter(({ question }) => question.kind === kind))]));
};

function tellMisses(asked: readonly Asked[]): void {
  for (const one of asked.filter((each) => !isRight(each))) {
    const { question, answer } = one;
    const first = answer.hits.slice(0, 3).map((hit) => `${hit.entry}:${hit.score}`);
    console.log(
      `${question.id} ${answer.outcome} ${answer.confidence} | ${question.question} | ${question.relevant.join(',')} | ${first.join(' ')}`,
    );
  }
}

/** Right entry, wrong passage. */
function tellWrongPassages(asked: readonly Asked[]): void {
  for (const { question, answer } of asked.filter((one) => isPassageJudged(one) && !isFromPassage(one)))
    console.log(
      `${question.id} ${question.question} | ${answer.passages[0] ?? `${answer.citations[0]?.entry}#0`} | ${question.passages[answer.citations[0]?.entry ?? '']?.join(',')}`,
    );
}

const readBaseline = (): Table => (existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {});

function compare(table: Table): void {
  const before = readBaseline();
  for (const [locale, now] of Object.entries(table))
    for (const name of ['hit1', 'recall5', 'ndcg10', 'answered', 'right', 'passage', 'refused', 'facts', 'language'] as const) {
      const change = Math.round((now[name] - (before[locale]?.[name] ?? now[name])) * 1000) / 1000;
      if (change !== 0) console.log(`${locale} ${name}: ${change > 0 ? '+' : ''}${change} against the baseline`);
    }
}

/** Languages that find less than nine tenths of the best one. Over both halves: sixteen questions of one language tell too little of it. */
function farBehind(whole: Table): string[] {
  const best = Math.max(...LOCALES.map((locale) => whole[locale]?.recall5 ?? 0));
  return LOCALES.flatMap((locale) => {
    const found = whole[locale]?.recall5 ?? 0;
    return found < PARITY * best ? [`${locale}: recall at 5 is ${found} over all questions, under ${PARITY} of the best (${best})`] : [];
  });
}

/** Languages that find less, or answer less rightly, than they did. */
function worseThanBefore(table: Table): string[] {
  const before = readBaseline();
  return LOCALES.flatMap((locale) => {
    const { recall5 = 0, right = 0 } = table[locale] ?? {};
    const was = before[locale];
    return [
      ...(was && recall5 < was.recall5 - SLACK ? [`${locale}: recall at 5 fell from ${was.recall5} to ${recall5}`] : []),
      ...(was && right < was.right - SLACK ? [`${locale}: right answers fell from ${was.right} to ${right}`] : []),
    ];
  });
}

async function evaluate(): Promise<void> {
  const { values } = parseArgs({
    options: {
      update: { type: 'boolean' },
      tune: { type: 'boolean' },
      misses: { type: 'boolean' },
      gate: { type: 'boolean' },
      'no-worse': { type: 'boolean' },
      html: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const { asked, entries } = await askAll();
  const half = asked.filter(({ question }) => question.split === (values.tune ? 'tune' : 'test'));
  const languages = byLanguage(half);
  const kinds = byKind(half);
  console.table(languages);
  console.table(kinds);
  if (values.misses) {
    tellMisses(half);
    tellWrongPassages(half);
  }
  const evaluation: Evaluation = { day: DAY, entries, languages, kinds, reliability: reliability(half) };
  if (values.html) writeFileSync(values.html, evaluationPage(evaluation));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(evaluation, null, 2)}\n`);
  if (values.tune) return;
  compare(languages);
  const findings = [
    ...(values.gate || values['no-worse'] ? worseThanBefore(languages) : []),
    ...(values.gate ? farBehind(byLanguage(asked)) : []),
  ];
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) process.exitCode = 1;
  if (values.update) writeFileSync(BASELINE, `${JSON.stringify(languages, null, 2)}\n`);
}

void evaluate();
