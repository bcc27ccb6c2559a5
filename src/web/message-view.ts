/** Draws one message as a list item. */
import type { SpokenMessage } from './activity';
import { drawCard } from './card-view';
import { make, makeButton } from './make';
import type { Delivery } from './outbox';
import { type PageData, wordsOf } from './page-data';

export interface MessageSurroundings {
  readonly page: PageData;
  readonly opensLinks: boolean;
  readonly onSay: (text: string) => void;
  readonly onRetry: (id: string) => void;
}

const bubble = (paragraphs: readonly string[]): HTMLElement | undefined =>
  paragraphs.length === 0
    ? undefined
    : make('div', { class: 'bubble' }, ...paragraphs.map((paragraph) => make('p', { dir: 'auto' }, paragraph)));

/** `choices` come as a list of their own, to be taken away when the conversation goes on. */
export function drawBotMessage(
  message: SpokenMessage,
  around: MessageSurroundings,
): { item: HTMLLIElement; choices: HTMLElement | undefined } {
  const { page } = around;
  const locale = message.locale ?? page.locale;
  const kind = make('span', { class: 'kind' }, wordsOf(page, 'chat.bot-kind'));
  const who = make('p', { class: 'who', lang: page.locale }, wordsOf(page, 'chat.bot'), ' ', kind);
  const worded = message.isWorded ? make('p', { class: 'worded', lang: page.locale }, wordsOf(page, 'chat.worded')) : undefined;
  const cards = message.cards.map((card) =>
    drawCard(card, {
      locale,
      pageLocale: page.locale,
      newTab: wordsOf(page, 'chat.new-tab'),
      opensLinks: around.opensLinks,
      onSay: around.onSay,
      addressOf: (entry) => `/entries/${entry}?${new URLSearchParams({ site: page.site, locale })}`,
    }),
  );
  const buttons = message.choices.map(({ title, say }) =>
    make(
      'li',
      {},
      makeButton(title, 'choice', () => around.onSay(say)),
    ),
  );
  const choices = buttons.length > 0 ? make('ul', { class: 'choices' }, ...buttons) : undefined;
  const marks = { 'data-outcome': message.outcome, 'data-asks': message.asks, 'data-referral': message.referral };
  const className = message.referral ? 'message bot receipt' : 'message bot';
  return {
    item: make('li', { class: className, lang: locale, ...marks }, who, bubble(message.paragraphs), worded, ...cards, choices),
    choices,
  };
}

export function drawOwnMessage(text: string, page: PageData): HTMLLIElement {
  const who = make('p', { class: 'who' }, wordsOf(page, 'chat.you'));
  return make('li', { class: 'message own' }, who, make('div', { class: 'bubble' }, make('p', { dir: 'auto' }, text)));
}

/** Shows what became of an own message; undefined takes the note away. */
export function noteDelivery(item: HTMLElement, id: string, delivery: Delivery | undefined, around: MessageSurroundings): void {
  item.querySelector('.delivery')?.remove();
  item.classList.toggle('failed', delivery === 'failed');
  if (!delivery) return;
  const note = make('p', { class: 'delivery' }, wordsOf(around.page, `chat.${delivery}`));
  if (delivery === 'failed')
    note.append(
      ' ',
      makeButton(wordsOf(around.page, 'chat.retry'), 'button small', () => around.onRetry(id)),
    );
  item.append(note);
}
