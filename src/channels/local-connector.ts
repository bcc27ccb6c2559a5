/**
 * Lets one CloudAdapter serve local conversations as well: for the service URL of local conversations the connector is an object
 * in this process, for every other it is the Bot Framework's (bot-spike.md, 1.1 C). Public API of the SDK only.
 */
import type { Activity, ResourceResponse } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** Names local conversations in activities and stored references. No request from outside may carry it. */
export const LOCAL_SERVICE_URL = 'urn:ponte:local';
const LOCAL_CLAIM = 'ponte:local';

export const isLocal = (serviceUrl: string | undefined): boolean => serviceUrl?.startsWith('urn:ponte:') ?? false;

/** Who a local turn is authenticated as; also what continueConversationAsync wants for a local conversation. */
export const localIdentity = (): ClaimsIdentity => new ClaimsIdentity([{ type: LOCAL_CLAIM, value: '1' }], true);

/** Where a local conversation receives what the bot says. */
export interface OutboundSink {
  deliver(conversation: string, activity: Partial<Activity>): Promise<ResourceResponse>;
}

/** Makes clients with the only connector operations that a reply needs; Direct Line 3.0 knows no update and no delete. */
export class LocalConnectorFactory extends ConnectorFactory {
  readonly #sink: () => OutboundSink;

  constructor(sink: () => OutboundSink) {
    super();
    this.#sink = sink;
  }

  override async create(): Promise<ConnectorClient> {
    const sink = this.#sink();
    const conversations = {
      sendToConversation: (id: string, activity: Partial<Activity>) => sink.deliver(id, activity),
      replyToActivity: (id: string, _replyTo: string, activity: Partial<Activity>) => sink.deliver(id, activity),
    };
    return { conversations } as unknown as ConnectorClient;
  }
}

/** Sends local service URLs to the local connector and everything else to the real authentication, untouched. */
export class HybridBotFrameworkAuthentication extends BotFrameworkAuthentication {
  readonly #cloud: BotFrameworkAuthentication;
  readonly #local: LocalConnectorFactory;

  constructor(cloud: BotFrameworkAuthentication, sink: () => OutboundSink) {
    super();
    this.#cloud = cloud;
    this.#local = new LocalConnectorFactory(sink);
  }

  /** For `processActivityDirect` of a local turn. */
  localResult(): AuthenticateRequestResult {
    return { audience: 'ponte-local', claimsIdentity: localIdentity(), connectorFactory: this.#local };
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    // Local turns never come over HTTP, so whoever sends this URL is forging it.
    if (isLocal(activity.serviceUrl)) throw new AuthenticationError('local service URL over HTTP', 401);
    return this.#cloud.authenticateRequest(activity, authHeader);
  }

  override authenticateStreamingRequest(authHeader: string, channelIdHeader: string): Promise<AuthenticateRequestResult> {
    return this.#cloud.authenticateStreamingRequest(authHeader, channelIdHeader);
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    const cloud = this.#cloud.createConnectorFactory(claims);
    const local = this.#local;
    return new (class extends ConnectorFactory {
      override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
        return isLocal(serviceUrl) ? local.create() : cloud.create(serviceUrl, audience);
      }
    })();
  }

  override async createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    // With an app id set, the real one throws "Invalid appId" for an identity that carries none: a local turn gets a stub.
    return claims.getClaimValue(LOCAL_CLAIM) === null ? this.#cloud.createUserTokenClient(claims) : ({} as UserTokenClient);
  }
}
