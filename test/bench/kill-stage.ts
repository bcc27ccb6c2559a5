import { makeFolder, type PonteProcess, startPonte } from './ponte-process';

/** The server of the moment, and where people find it. */
export class Stage {
  readonly data = makeFolder();
  readonly faults: string[] = [];
  /** Messages answered with an apology, because turn after turn ended in a kill. */
  givenUp = 0;
  isEnding = false;
  readonly #command: readonly string[] | undefined;
  #ponte: PonteProcess | undefined;
  #url: string | undefined;

  constructor(command: readonly string[] | undefined) {
    this.#command = command;
  }

  /** Throws while there is no server, as a request would. */
  readonly address = (): string => {
    if (this.#url === undefined) throw new Error('the server is down');
    return this.#url;
  };

  start(): PonteProcess {
    const ponte = startPonte({ data: this.data, ...(this.#command && { command: this.#command }) });
    this.#ponte = ponte;
    void ponte.ready.then(
      ({ url }) => {
        this.#url = url;
      },
      () => undefined,
    );
    return ponte;
  }

  async kill(): Promise<void> {
    await this.#ponte?.kill();
    this.#end();
  }

  async stop(): Promise<number | undefined> {
    const code = await this.#ponte?.stop();
    this.#end();
    return code;
  }

  #end(): void {
    this.#url = undefined;
    const faults = this.#ponte?.faults() ?? [];
    const isGivenUp = (line: string) => line.includes('"where":"too many attempts"');
    this.givenUp += faults.filter(isGivenUp).length;
    this.faults.push(...faults.filter((line) => !isGivenUp(line)));
  }
}
