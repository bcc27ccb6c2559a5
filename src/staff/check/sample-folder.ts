/** A small folder without a mistake. The examples of the rules are changes to it; its names and addresses are made up as examples. */
import { LOCALES } from '../../domain/locale';
import { bodyDigest } from '../../knowledge/read-entry';

const inAll = (text: string): string => LOCALES.map((locale) => `  ${locale}: "${text}"`).join('\n');
const GUIDE_BODY =
  '## Who may apply\n\nAssociations may apply until 3 March 2027. The grant is up to 50 000 euros.\n\n## Where to ask\n\nAsk the [example desk](https://desk.example.org/).';
const CALL_BODY =
  '## Who may apply\n\nAssociations and cooperatives in Spain may apply.\n\n## When\n\nThe call is open until 30 June 2027.';

export const SAMPLE_FOLDER: Readonly<Record<string, string>> = {
  'vocabularies/areas.yaml':
    '- { code: ES, name: { en: Spain } }\n- { code: ES523, name: { en: Valencia } }\n- { code: EL, name: { en: Greece } }\n',
  'vocabularies/applicants.yaml':
    '- { id: association, name: { en: an association } }\n- { id: cooperative, name: { en: a cooperative } }\n',
  'vocabularies/topics.yaml': '- { id: employment, name: { en: jobs } }\n- { id: care, name: { en: care } }\n',
  'vocabularies/events.yaml': `- { id: losing-work, name: { en: losing work }, said: { ${LOCALES.map((locale) => `${locale}: [lost my job]`).join(', ')} } }\n`,
  'vocabularies/objectives.yaml': '- { id: eso4-1, name: { en: access to work } }\n',
  'vocabularies/skills.yaml': '- { id: creativity, name: { en: creativity } }\n',
  'glossary/money.yaml': `# Money.\ngrant:\n${LOCALES.map((locale) => `  ${locale}: grant ${locale}`).join('\n')}\n`,
  'guides/example-guide.md': `---
id: example-guide
kind: guide
locale: en
country: EU
areas: [EU]
title:
${inAll('How to apply (example)')}
summary:
${inAll('Who may apply, until when, and where to ask.')}
topics: [employment]
events: [losing-work]
sources:
  - { url: "https://guide.example.org/", title: "Example page", date: "2026" }
checked: 2026-11-01
reviewBy: 2027-05-01
verified: true
---

${GUIDE_BODY}
`,
  'guides/example-guide.es.md': `---
id: example-guide
locale: es
translates: "${bodyDigest(GUIDE_BODY)}"
---

## Quién puede solicitarla

Las asociaciones pueden solicitarla hasta el 3 de marzo de 2027. La ayuda es de hasta 50.000 euros.

## Dónde preguntar

Pregunte en la [oficina de ejemplo](https://desk.example.org/).
`,
  'calls/example-call.md': `---
id: example-call
kind: call
locale: en
country: ES
areas: [ES523]
title:
${inAll('Jobs nearby 2027 (example)')}
summary:
${inAll('Grants for associations and cooperatives. Open until 30/06/2027.')}
topics: [employment]
audience: [association, cooperative]
sources:
  - { url: "https://call.example.org/", title: "Example notice", date: "2026-10-01" }
checked: 2026-11-01
reviewBy: 2027-05-01
verified: true
call:
  fund: ESF+
  reference: EX-2027-01
  opens: 2026-10-01
  closes: 2027-06-30
  timeZone: Europe/Madrid
  amounts: [{ what: grant, max: 50000 }]
  nextCalls: "https://calls.example.org/"
  criteria:
    - { id: who, about: applicant, operator: one-of, value: [association, cooperative], quote: "Associations and cooperatives in Spain may apply" }
---

${CALL_BODY}
`,
  'sites/example-site.md': `---
id: example-site
kind: site
locale: en
country: ES
areas: [ES]
title:
${inAll('Example municipality')}
summary:
${inAll('An example.')}
topics: [employment]
sources:
  - { title: "Made as an example" }
checked: 2026-11-01
reviewBy: 2027-05-01
verified: true
site:
  locales: [en, es]
  theme: { accent: "#0b5d66", onAccent: "#ffffff" }
  controller:
${LOCALES.map((locale) => `    ${locale}: "the example municipality"`).join('\n')}
  desks:
    - id: info
      name: { en: "Information point (example)" }
      areas: [EU]
      languages: [en, es]
      email: info@desks.example.org
---
`,
};
