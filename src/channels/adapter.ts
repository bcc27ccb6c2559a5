/** The one CloudAdapter: Teams, web chat, kiosk and terminal run through the same pipeline and the same proactive path. */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import { HybridBotFrameworkAuthentication, isLocal, localIdentity, type OutboundSink } from './local-connector';
import { isTrustedServiceUrl, SERVICE_HOSTS } from './service-url';

interface TeamsSettings {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
}

export interface AdapterOptions {
  /** Absent: only local conversations. */
  readonly teams?: TeamsSettings | undefined;
  readonly serviceHosts?: readonly string[];
  /** For tests; by default made from the settings. */
  readonly cloud?: BotFrameworkAuthentication;
}

type Logic = (context: TurnContext) => Promise<void>;

/** Carries an activity's id past the SDK, which deletes `id` from whatever is sent (turnContext.js, cloudAdapterBase.js). */
const KEPT_ID = Symbol('id given by the bot');
type WithKeptId = Partial<Activity> & { [KEPT_ID]?: string };

/** The id the bot gave to an activity it sent, if it gave one. */
export const findKeptId = (activity: Partial<Activity>): string | undefined => (activity as WithKeptId)[KEPT_ID] ?? activity.id;

export class PonteAdapter {
  readonly #adapter: CloudAdapter;
  readonly #auth: HybridBotFrameworkAuthentication;
  readonly #appId: string | undefined;
  readonly #serviceHosts: readonly string[];
  #sink: OutboundSink | undefined;

  constructor({ teams, serviceHosts, cloud }: AdapterOptions) {
    this.#auth = new HybridBotFrameworkAuthentication(cloud ?? cloudAuthentication(teams), () => {
      if (this.#sink === undefined) throw new TypeError('no sink is attached');
      return this.#sink;
    });
    this.#adapter = new CloudAdapter(this.#auth);
    this.#appId = teams?.appId;
    this.#serviceHosts = serviceHosts ?? SERVICE_HOSTS;
  }

  /** Who receives what the bot says in local conversations. */
  attach(sink: OutboundSink): void {
    this.#sink = sink;
  }

  /** One local turn. Throws what the logic threw, not the SDK's text around it. */
  runLocal(activity: Activity, logic: Logic): Promise<void> {
    return this.run(this.#auth.localResult(), activity, logic);
  }

  /** Who sent an activity over HTTP. Rejects with the SDK's errors: `receiveFromTeams` sorts them. */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return this.#auth.authenticateRequest(activity, authorization);
  }

  async run(caller: AuthenticateRequestResult, activity: Activity, logic: Logic): Promise<void> {
    await untangled(logic, (watched) => this.#adapter.processActivityDirect(caller, activity, watched));
  }

  /**
   * A turn that the bot begins. Throws RangeError for a stored reference whose service URL is not trusted (any more).
   * Local conversations are better continued through LocalConversations, which keeps turns apart.
   */
  async continueConversation(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    if (isLocal(reference.serviceUrl)) {
      await this.#adapter.continueConversationAsync(localIdentity(), reference, withKeptIds(logic));
      return;
    }
    if (this.#appId === undefined || !this.isTrusted(reference.serviceUrl)) throw new RangeError('the service URL is not trusted');
    await this.#adapter.continueConversationAsync(this.#appId, reference, withKeptIds(logic));
  }

  isTrusted(serviceUrl: string | undefined): boolean {
    return serviceUrl !== undefined && isTrustedServiceUrl(serviceUrl, this.#serviceHosts);
  }
}

function cloudAuthentication(teams: TeamsSettings | undefined): BotFrameworkAuthentication {
  if (teams === undefined) return new ConfigurationBotFrameworkAuthentication({});
  // Multi-tenant registrations ended on 31 July 2025, so a bot belongs to one tenant.
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: teams.appId,
    MicrosoftAppPassword: teams.appPassword,
    MicrosoftAppTenantId: teams.tenantId,
  });
}

/** `processActivityDirect` throws a new Error that only quotes the cause; the cause itself has the code. */
async function untangled(logic: Logic, process: (logic: Logic) => Promise<void>): Promise<void> {
  let failure: { cause: unknown } | undefined;
  const watched = withKeptIds((context) =>
    logic(context).catch((cause: unknown) => {
      failure = { cause };
      throw cause;
    }),
  );
  await process(watched).catch((error: unknown) => {
    throw failure ? failure.cause : error;
  });
}

/** TurnContext copies what is sent with Object.assign, which takes symbols along, and then deletes `id`. */
function withKeptIds(logic: Logic): Logic {
  return async (context) => {
    const send = context.sendActivities.bind(context);
    context.sendActivities = (activities) =>
      send(activities.map((activity) => (activity.id ? Object.assign({ [KEPT_ID]: activity.id }, activity) : activity)));
    await logic(context);
  };
}
