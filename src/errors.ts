/**
 * Faults: what nobody planned for. Codes are permanent and searchable. An outcome a dialog can answer is a value,
 * a mistake of staff is a Finding; neither is thrown.
 */
export const FAULTS = {
  CONFIG_INVALID: 'The settings are not usable. Mend the ones named and start again.',
  DATA_LOCKED: 'Another Ponte uses this data folder. Stop it, or set PONTE_DATA to another folder.',
  DATA_NEWER: 'The data folder was written by a newer Ponte. Start that version, or restore a backup.',
  PORT_IN_USE: 'Something else listens on this port. Stop it, or set PORT to another number.',
  HOST_UNUSABLE: 'The server cannot listen on this address. Set HOST to an address of this machine.',
  WEB_NOT_BUILT: 'The pages are not built. Run "npm run build".',
  KNOWLEDGE_EMPTY: 'No usable entry was found. Run "npm run ponte -- check" to see why.',
  LOCALE_BROKEN: 'The words of a language cannot be read.',
  STATE_CONFLICT: 'Two turns wrote the state of one conversation at once.',
  STORE_FAILED: 'The store did not answer.',
  REFERRAL_KEY_MISSING: 'A stored referral was sealed with a master key that is not here.',
  MAIL_FAILED: 'The mail could not be handed over.',
  EMBEDDER_FAILED: 'The embedder gave no usable vector.',
  MODEL_FAILED: 'The language model gave no usable answer. Its sources are shown without it.',
  INDEX_FAILED: 'The index could not be used.',
  FOLDER_WORK_FAILED: 'Work on the whole knowledge folder did not end.',
} as const;
export type FaultCode = keyof typeof FAULTS;

export class PonteError extends Error {
  readonly code: FaultCode;
  /** An id or the name of a setting; never the enquirer's words. */
  readonly where: string;

  constructor(code: FaultCode, where: string, options?: ErrorOptions) {
    super(`${code}: ${FAULTS[code]} (${where})`, options);
    this.name = 'PonteError';
    this.code = code;
    this.where = where;
  }
}

/** Code of a Node or database error, such as EADDRINUSE. `instanceof Error` is false for Node's own errors inside jest. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
