/** Bot replies as clients receive them, and what tests read in them. */

export interface Reply {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly replyToId?: string;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly ponte?: {
      readonly locale: string;
      readonly outcome?: string;
      readonly entries: readonly string[];
      readonly asks?: string;
      readonly referral?: string;
    };
  };
  readonly attachments?: readonly { readonly contentType: string; readonly content: AdaptiveCard }[];
}

interface AdaptiveCard {
  readonly id?: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly items?: readonly Row[] }[];
  readonly actions?: readonly { readonly type: string; readonly title: string; readonly url?: string }[];
}

interface Row {
  readonly inlines: readonly { readonly text: string }[];
}

export const isFromBot = ({ from }: Reply): boolean => from.role === 'bot' || from.id === 'ponte';

export const asksOf = (reply: Reply): string | undefined => reply.channelData?.ponte?.asks;

export const entriesOf = (reply: Reply): readonly string[] => reply.channelData?.ponte?.entries ?? [];

/** The cards of entries, each with the addresses it links to and its verdicts as they are read: `✓ Where: fits you — “quote”`. */
export function cardsOf({ attachments = [] }: Reply) {
  return attachments.flatMap(({ content }) => {
    if (content.id === undefined) return [];
    const rows = content.body.find(({ id }) => id === 'verdicts')?.items ?? [];
    return {
      entry: content.id,
      links: (content.actions ?? []).flatMap(({ url }) => url ?? []),
      verdicts: rows.map(({ inlines }) => inlines.map(({ text }) => text).join('')),
    };
  });
}
