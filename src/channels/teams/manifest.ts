/**
 * The Teams app manifest. Schema 1.19: new enough for everything Ponte needs, old enough for every tenant; later versions add
 * nothing that is used here.
 */

export const MANIFEST_VERSION = '1.19';

export interface AppWords {
  /** At most 30 characters. */
  readonly nameShort: string;
  /** At most 100. */
  readonly nameFull: string;
  /** At most 80. */
  readonly descriptionShort: string;
  /** At most 4,000. */
  readonly descriptionFull: string;
  /** What the menu of the chat offers: the title is sent as a message; at most 32 and 128 characters. */
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

export interface AppFacts {
  readonly appId: string;
  /** Version of this package, as in package.json. */
  readonly version: string;
  /** `https://…` without a slash at the end: Teams takes no other scheme. */
  readonly publicUrl: string;
  /** BCP 47 tag and words; the first is the default. */
  readonly languages: readonly { readonly tag: string; readonly words: AppWords }[];
}

/** Same blue as the icon. */
const ACCENT = '#155E75';

/** Files of the package by name, as objects still to be written as JSON. */
export function manifestFiles(facts: AppFacts): Readonly<Record<string, object>> {
  const [first, ...others] = facts.languages;
  if (first === undefined) throw new RangeError('a manifest needs the words of one language');
  const translations = others.map(({ tag, words }) => [`${tag}.json`, translation(words)]);
  return { 'manifest.json': manifest(facts, first.tag, first.words, others), ...Object.fromEntries(translations) };
}

function manifest({ appId, version, publicUrl }: AppFacts, tag: string, words: AppWords, others: AppFacts['languages']): object {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    developer: { name: words.nameShort, websiteUrl: `${publicUrl}/`, privacyUrl: `${publicUrl}/`, termsOfUseUrl: `${publicUrl}/` },
    name: { short: words.nameShort, full: words.nameFull },
    description: { short: words.descriptionShort, full: words.descriptionFull },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal'], commands: words.commands }],
      },
    ],
    validDomains: [new URL(publicUrl).hostname],
    localizationInfo: {
      defaultLanguageTag: tag,
      additionalLanguages: others.map(({ tag: other }) => ({ languageTag: other, file: `${other}.json` })),
    },
  };
}

function translation(words: AppWords): object {
  const commands = words.commands.flatMap(({ title, description }, index) => {
    const path = `bots[0].commandLists[0].commands[${index}]`;
    return [
      [`${path}.title`, title],
      [`${path}.description`, description],
    ];
  });
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.nameShort,
    'name.full': words.nameFull,
    'description.short': words.descriptionShort,
    'description.full': words.descriptionFull,
    ...Object.fromEntries(commands),
  };
}
