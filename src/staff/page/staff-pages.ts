/** The staff pages, of the folder that serves now. Signing in, cookies and routes are the channels' work. */
import type { Day } from '../../domain/day';
import { type AskRooms, answerLine, readAsk } from '../ask';
import type { LiveReport, ReportLook } from '../live/live-report';
import { Html, html } from '../report/html';
import { type FolderStatus, findingsOf, findingsPart, servingJson, servingPart } from './serving-part';
import { type SignInNotice, signInPage } from './sign-in-page';
import { staffFrame } from './staff-frame';
import { type TryFields, type TryResult, tryPage } from './try-page';

export interface StaffPageRooms {
  readonly status: () => FolderStatus;
  readonly report: Pick<LiveReport, 'look'>;
  readonly ask: () => AskRooms;
  /** Milliseconds to wait for the numbers of a version that is new. */
  readonly patienceMs?: number;
}

/** Some hundred entries are counted within this. */
const PATIENCE_MS = 4_000;

/** The shape `mountStaff` of the channels asks for. */
export function makeStaffPages({ status, report, ask, patienceMs = PATIENCE_MS }: StaffPageRooms) {
  return {
    signIn: (notice?: SignInNotice): string => signInPage(notice),
    overview: async (): Promise<string> => overviewPage(status(), await report.look(patienceMs)),
    /** JSON. `report` is null before the first count. */
    knowledge: async (): Promise<string> => knowledgeJson(status(), await report.look(patienceMs)),
    tryQuestion: async (given?: Readonly<Record<string, string>>): Promise<string> => {
      const rooms = ask();
      const fields = fieldsOf(given, rooms);
      return tryPage(fields, rooms.knowledge, given && (await answerTo(fields, rooms)));
    },
  };
}

function overviewPage(status: FolderStatus, look: ReportLook): string {
  const body = html`<h1>Knowledge</h1>
<nav class="contents" aria-label="On this page"><ul><li><a href="#serving">What serves now</a></li><li><a href="#findings">Findings</a></li>${look.report ? CONTENTS : html``}</ul></nav>
${servingPart(status)}
${findingsPart(status)}
${reportPart(status, look)}`;
  return staffFrame({ title: 'Knowledge', body, isSignedIn: true });
}

const CONTENTS = html`<li><a href="#health">Health</a></li><li><a href="#act">Who must act</a></li><li><a href="#coverage">Coverage</a></li><li><a href="#questions">Questions in vain</a></li>`;

function reportPart({ knowledge }: FolderStatus, { report, isCounting }: ReportLook): Html {
  if (!report)
    return html`<h2>Report</h2><p role="status">${isCounting ? 'Health and coverage are being counted.' : 'Health and coverage could not be counted. The log says why.'} <a href="/staff">Load this page again</a> in a moment.</p>`;
  const isOld = report.digest !== knowledge.digest;
  const at = new Date(report.at).toISOString();
  return html`<h2>Report</h2><p class="muted">Counted <time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>${isOld ? ', of an earlier version' : ''}.${isCounting ? ' A newer one is being counted.' : ''} <a href="/staff/knowledge.json">The same as JSON</a></p>
${new Html(report.html)}`;
}

/** The report is JSON already, and long: it is set in as it is. */
function knowledgeJson(status: FolderStatus, { report, isCounting }: ReportLook): string {
  const findings = findingsOf(status);
  const head = JSON.stringify({
    serving: servingJson(status),
    findings,
    isCounting,
    counted: report && { at: report.at, digest: report.digest },
  });
  return `${head.slice(0, -1)},"report":${report?.json ?? 'null'}}\n`;
}

function fieldsOf(given: Readonly<Record<string, string>> | undefined, { defaultSite }: AskRooms): TryFields {
  const { question = '', locale = '', at = '', site = '' } = given ?? {};
  return { question, locale, at, site: site === '' ? defaultSite : site };
}

async function answerTo({ question, locale, at, site }: TryFields, rooms: AskRooms): Promise<TryResult> {
  if (question.trim() === '') return { ok: false, what: 'Write a question.' };
  if (rooms.knowledge.findSite(site) === undefined) return { ok: false, what: 'There is no such site now. Choose one of the list.' };
  const day: { at?: Day } = at === '' ? {} : { at };
  const asked = readAsk({ id: 1, question, site, ...day, ...(locale === '' ? {} : { locale }) });
  if (!asked.ok) return { ok: false, what: asked.what };
  return { ok: true, ...(await answerLine(asked.value, rooms)) };
}
