import type { Rule } from '../rule';
import { bodyTexts, headlineTexts } from '../texts';

/** Tags, comments and entities; `<https://…>` is Markdown, and "< 50 000" is a sign. */
const HTML = /<!--|<[/!?]?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z][a-z0-9]+);/i;

export const rawHtml: Rule = {
  id: 'raw-html',
  severity: 'error',
  must: 'Texts are plain Markdown, without HTML.',
  why: 'A chat shows tags as they are written, and a page that obeyed them could be made to do harm.',
  fix: 'Write headings with #, lists with -, links as [words](address), and signs such as & as they are.',
  ok: [
    {
      file: 'guides/example-guide.md',
      replace: 'The grant is',
      by: 'Firms with < 50 people, R&D and <https://guide.example.org/>. The grant is',
    },
  ],
  notOk: [
    { file: 'guides/example-guide.md', replace: 'The grant is', by: 'The grant<br>is' },
    { file: 'guides/example-guide.es.md', replace: 'La ayuda', by: '<b>La ayuda</b>' },
    { file: 'guides/example-guide.md', replace: 'The grant is', by: '<!-- ask again --> The grant is' },
    { file: 'guides/example-guide.md', replace: '  de: "How to apply (example)"', by: '  de: "How to apply &amp; ask (example)"' },
  ],
  *find({ files }) {
    for (const { file, body } of bodyTexts(files)) {
      const tag = HTML.exec(body)?.[0];
      if (tag) yield { file, near: tag.split('\n', 1)[0] ?? tag, what: `"${tag}" is HTML` };
    }
    for (const { entry, field, locale, text } of headlineTexts(files)) {
      const tag = HTML.exec(text)?.[0];
      if (tag) yield { file: entry.file, path: [field, locale], what: `"${tag}" is HTML` };
    }
  },
};
