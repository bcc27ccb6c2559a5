/**
 * A knowledge folder that goes from version to version: each good one writes its stamp into two calls that one question finds, each
 * broken one spoils some other file. Whoever sees two stamps in one answer has met two versions at once.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Answered from both calls. */
export const STAMP_QUESTION = 'Which calls offer quokka grants, grants for people who keep quokkas?';
const CALLS = ['quokka-one', 'quokka-two'];
const VICTIM = 'calls/quokka-three.md';
const SIX_DIGITS = 6;

const stampOf = (version: number): string => `stamp-${String(version).padStart(SIX_DIGITS, '0')}`;
/** Versions named anywhere in what was said. */
export const versionsIn = (said: unknown): number[] => {
  const found = JSON.stringify(said).matchAll(/stamp-(\d{6})/g);
  return [...new Set([...found].map(([, digits]) => Number(digits)))];
};

interface Spoiled {
  readonly file: string;
  readonly bytes: string | Buffer;
}

/** Ways to spoil a folder, each as it happens to staff. */
const SPOILERS: readonly ((folder: string) => Spoiled)[] = [
  () => ({ file: VICTIM, bytes: callText('quokka-three', 'x').replace('topics: [employment]', 'topics: [employment') }),
  // An editor that was stopped in the middle.
  () => ({ file: VICTIM, bytes: callText('quokka-three', 'x').slice(0, 120) }),
  () => ({ file: VICTIM, bytes: callText('quokka-three', 'x').replace('areas: [ES]', 'areas: [XX999]') }),
  () => ({ file: VICTIM, bytes: '' }),
  () => ({ file: VICTIM, bytes: Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00]) }),
  () => ({ file: 'calls/other-name.md', bytes: callText('quokka-one', 'x') }),
  (folder) => ({ file: 'vocabularies/topics.yaml', bytes: readFileSync(join(folder, 'vocabularies/topics.yaml'), 'utf8').slice(0, -40) }),
  () => ({ file: 'sites/half-a-site.md', bytes: '---\nid: half-a-site\nkind: site\n' }),
];

export class StampedFolder {
  readonly path: string;
  #spoiled: { readonly file: string; readonly before: Buffer | undefined } | undefined;
  #broken = 0;

  /** `path` is a folder of knowledge, which is changed. */
  constructor(path: string) {
    this.path = path;
    this.#save(VICTIM, callText('quokka-three', 'without a stamp'));
    this.write(0);
  }

  /** The version of this number, with everything mended that was broken. */
  write(version: number): void {
    this.#mend();
    for (const id of CALLS) this.#save(`calls/${id}.md`, callText(id, stampOf(version)));
  }

  /** Something else is broken each time. Gives which file. */
  spoil(): string {
    this.#mend();
    const spoiler = SPOILERS[this.#broken++ % SPOILERS.length];
    if (!spoiler) throw new Error('there is no way to spoil a folder');
    const { file, bytes } = spoiler(this.path);
    this.#spoiled = { file, before: readIfThere(join(this.path, file)) };
    this.#save(file, bytes);
    return file;
  }

  #mend(): void {
    if (!this.#spoiled) return;
    const { file, before } = this.#spoiled;
    this.#spoiled = undefined;
    if (before) this.#save(file, before);
    else rmSync(join(this.path, file));
  }

  /** Half of them in place and half by a new file, as editors do. */
  #save(file: string, bytes: string | Buffer): void {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    const isInPlace = this.#broken % 2 === 0;
    writeFileSync(isInPlace ? path : `${path}.part`, bytes);
    if (!isInPlace) renameSync(`${path}.part`, path);
  }
}

function readIfThere(path: string): Buffer | undefined {
  return readdirSync(dirname(path)).some((name) => path.endsWith(`/${name}`)) ? readFileSync(path) : undefined;
}

const callText = (id: string, stamp: string): string => `---
id: ${id}
kind: call
locale: en
country: ES
areas: [ES]
title: { en: "${id.replace('-', ' ')}: grants for people who keep quokkas, ${stamp}" }
summary: { en: "Grants for people who keep quokkas, ${stamp}." }
topics: [employment]
audience: [association]
sources: [{ url: "https://quokka.example.org/${id}", title: "Quokka grants", date: 2026-11-01 }]
checked: 2026-11-01
reviewBy: 2036-05-01
verified: ${id !== 'quokka-three'}
call: { opens: 2026-01-01, closes: 2036-06-30, nextCalls: "https://quokka.example.org/" }
---

People who keep quokkas get grants of up to 5 000 euros. This version says ${stamp}.
`;
