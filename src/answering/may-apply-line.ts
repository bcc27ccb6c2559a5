/** Who is spoken of, and who may: yes or no to "and associations?": whether the entry lists them among those who may apply. */
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Speech } from '../language/speech';
import type { ForOthers, MayApply } from './answer';

export function mayApplyLine({ applicant, is }: MayApply, speech: Speech, { vocabularies }: KnowledgeBase): string {
  return speech.say(`answers:lead.may-apply.${is}`, { who: namesOf([applicant], speech, vocabularies) });
}

/** For whom a call is, when that is not who asks. */
export const forOthersLine = ({ named, listed }: ForOthers, speech: Speech, { vocabularies }: KnowledgeBase): string =>
  speech.say('answers:lead.for-others', { listed: namesOf(listed, speech, vocabularies), who: namesOf(named, speech, vocabularies) });

function namesOf(ids: readonly string[], speech: Speech, { applicants }: KnowledgeBase['vocabularies']): string {
  const nameOf = (id: string): string => {
    const name = applicants.get(id)?.name;
    return name ? textIn(name, speech.locale).text : id;
  };
  return speech.anyOf(ids.map(nameOf));
}
