/** Yes or no to "and associations?": whether the entry lists them among those who may apply. */
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Speech } from '../language/speech';
import type { MayApply } from './answer';

export function mayApplyLine({ applicant, is }: MayApply, speech: Speech, { vocabularies }: KnowledgeBase): string {
  const name = vocabularies.applicants.get(applicant)?.name;
  return speech.say(`answers:lead.may-apply.${is}`, { who: name ? textIn(name, speech.locale).text : applicant });
}
