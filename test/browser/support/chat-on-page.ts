/** The chat as a person at the screen uses it, on a page of its own or in the widget's frame. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** A reply as it is drawn: its words, and what its element says of it. */
export interface Drawn {
  readonly text: string;
  readonly lang: string | null;
  readonly outcome: string | null;
  readonly asks: string | null;
  readonly referral: string | null;
  readonly cards: readonly { readonly links: readonly string[]; readonly verdicts: readonly string[] }[];
}

/** What is used of an element inside the page; the tests are compiled without the browser's types. */
interface Drawing {
  readonly innerText: string;
  readonly classList: { contains(name: string): boolean };
  getAttribute(name: string): string | null;
  querySelector(selector: string): Drawing | null;
  querySelectorAll(selector: string): ArrayLike<Drawing>;
}

/** More questions than any dialog asks: a loop that does not end is a fault. */
const MOST_QUESTIONS = 12;

export class ChatOnPage {
  readonly #place: Page | FrameLocator;

  constructor(place: Page | FrameLocator) {
    this.#place = place;
  }

  get field(): Locator {
    return this.#place.locator('#say');
  }

  get items(): Locator {
    return this.#place.locator('#messages > li.message');
  }

  part(selector: string): Locator {
    return this.#place.locator(selector);
  }

  /** Types and presses Enter; gives what was answered. */
  async say(text: string): Promise<readonly Drawn[]> {
    await this.field.fill(text);
    await this.field.press('Enter');
    return this.replies();
  }

  /** Presses a button under the last message. */
  async choose(title: string): Promise<readonly Drawn[]> {
    await this.#place.locator('.choices').getByRole('button', { name: title, exact: true }).click();
    return this.replies();
  }

  /** Answers what is asked, until nothing is; gives the last replies. `answers` are by `data-asks`. */
  async answer(replies: readonly Drawn[], answers: Readonly<Record<string, string>>): Promise<readonly Drawn[]> {
    let last = replies;
    for (let n = 0; n < MOST_QUESTIONS; n++) {
      const asks = last.find((reply) => reply.asks)?.asks;
      if (!asks) return last;
      const given = answers[asks];
      if (given === undefined) throw new Error(`nobody answers ${asks}`);
      last = await this.say(given);
    }
    throw new Error(`asked again and again: ${last[0]?.text}`);
  }

  /** Waits until the last word is the bot's, and gives everything it said after the person's last message. */
  async replies(): Promise<readonly Drawn[]> {
    await this.#place.locator('#messages > li.message.bot:last-child').waitFor();
    return this.items.evaluateAll((all) => {
      const items = all as unknown as Drawing[];
      const words = (found: ArrayLike<Drawing>) => Array.from(found, ({ innerText }) => innerText);
      return items.slice(items.findLastIndex((item) => item.classList.contains('own')) + 1).map((item) => ({
        text: words(item.querySelectorAll('.bubble p')).join('\n\n'),
        lang: item.getAttribute('lang'),
        outcome: item.getAttribute('data-outcome'),
        asks: item.getAttribute('data-asks'),
        referral: item.getAttribute('data-referral'),
        cards: Array.from(item.querySelectorAll('article.card'), (card) => ({
          links: Array.from(card.querySelectorAll('a'), (link) => link.getAttribute('href') ?? ''),
          verdicts: words(card.querySelectorAll('.verdicts li')),
        })),
      }));
    });
  }

  /** The words of every message, oldest first. */
  texts(): Promise<readonly string[]> {
    return this.part('#messages > li.message .bubble').allInnerTexts();
  }
}
