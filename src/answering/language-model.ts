/** What answering needs of a language model: one text for a few messages. */

export interface ModelMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface LanguageModel {
  /** Throws MODEL_FAILED when no usable text came in time. What comes is untrusted. */
  complete(messages: readonly ModelMessage[]): Promise<string>;
}
