/** `ponte knowledge`: what the folder holds, one line an entry. */
import { parseArgs } from 'node:util';
import { stateOfCall } from '../domain/call-state';
import { type Entry, KINDS } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { LOCALES } from '../domain/locale';
import { readKnowledge } from '../knowledge/knowledge-base';
import { isClean } from './check/print-findings';
import type { Command } from './command';

function describeEntry(entry: Entry, at: Date) {
  return {
    id: entry.id,
    ...(entry.also.length > 0 ? { also: entry.also } : {}),
    kind: entry.kind,
    country: entry.country,
    /** Languages with a title and a summary. */
    locales: LOCALES.filter((locale) => entry.title[locale] !== undefined && entry.summary[locale] !== undefined),
    ...(entry.kind === 'call' ? { state: stateOfCall(entry.call, entry.reviewBy, at) } : {}),
  };
}

const knowledgeLines = (knowledge: KnowledgeBase, at: Date): string[] =>
  knowledge.entries.map((entry) => JSON.stringify(describeEntry(entry, at)));

/** Counts by kind and country for people. */
function knowledgeTable(knowledge: KnowledgeBase): string[] {
  const countries = [...new Set(knowledge.entries.map((entry) => entry.country))].sort();
  const count = (kind: string, country?: string) =>
    knowledge.entries.filter((entry) => entry.kind === kind && (!country || entry.country === country)).length;
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, n) => (n === 0 ? String(cell).padEnd(14) : String(cell).padStart(5))).join('');
  return [
    row(['', ...countries, 'all']),
    ...KINDS.map((kind) => row([kind, ...countries.map((country) => count(kind, country) || '·'), count(kind)])),
  ];
}

export const knowledge: Command = {
  name: 'knowledge',
  usage: ['knowledge [--json] what the folder holds: counts, or one line an entry'],
  run: async (args, { folder, out, now }) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const reading = await readKnowledge(folder);
    const lines = values.json ? knowledgeLines(reading.knowledge, now()) : knowledgeTable(reading.knowledge);
    for (const line of lines) out.write(`${line}\n`);
    return isClean(reading.findings) ? 0 : 1;
  },
};
