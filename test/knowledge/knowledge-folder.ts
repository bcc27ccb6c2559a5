/** A knowledge folder on disk for one test. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const AREAS = '- { code: ES, name: { en: Spain } }\n- { code: ES523, name: { en: Valencia } }\n- { code: EL514, name: { en: Drama } }\n';
const APPLICANTS = '- { id: company, name: { en: a company } }\n- { id: cooperative, name: { en: a cooperative }, is: [company] }\n';
const OBJECTIVES = '- { id: eso4-1, name: { en: access to work } }\n';
const EVENTS = '- { id: losing-work, name: { en: losing work } }\n';
const SKILLS = '- { id: creativity, name: { en: creativity } }\n';
const TOPICS = '- { id: employment, name: { en: jobs } }\n- { id: care, name: { en: care } }\n';

const made: string[] = [];

export class KnowledgeFolder {
  readonly path: string;
  /** A folder beside it, that it must never read. */
  readonly outside: string;

  constructor() {
    const parent = mkdtempSync(join(tmpdir(), 'ponte-knowledge-'));
    made.push(parent);
    this.path = join(parent, 'knowledge');
    this.outside = join(parent, 'knowledge-of-others');
    mkdirSync(this.outside);
    this.write('vocabularies/areas.yaml', AREAS);
    this.write('vocabularies/applicants.yaml', APPLICANTS);
    this.write('vocabularies/topics.yaml', TOPICS);
    this.write('vocabularies/objectives.yaml', OBJECTIVES);
    this.write('vocabularies/skills.yaml', SKILLS);
    this.write('vocabularies/events.yaml', EVENTS);
  }

  write(file: string, content: string | Buffer): void {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  remove(file: string): void {
    rmSync(join(this.path, file), { recursive: true });
  }

  /** Puts a link into the folder; `target` is absolute or relative to the link. */
  link(file: string, target: string): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    symlinkSync(target, join(this.path, file));
  }
}

export function removeKnowledgeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
