type Refuse = (about: { name: string; isMissing: boolean; why: string }) => Error;

/** The fields of a JSON body, read one by one; whatever is wrong is thrown as `refuse` says it. */
export class Fields {
  readonly #body: Record<string, unknown>;
  readonly #refuse: Refuse;
  readonly #prefix: string;

  constructor(body: unknown, refuse: Refuse, prefix = '') {
    this.#refuse = refuse;
    this.#prefix = prefix;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw this.wrong('', 'must be an object');
    this.#body = body as Record<string, unknown>;
  }

  has(name: string): boolean {
    return this.#body[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.#body[name];
  }

  wrong(name: string, why: string): Error {
    return this.#refuse({ name: this.#prefix + name, isMissing: false, why });
  }

  /** Throws for the first field that the list does not hold. */
  onlyKnows(names: readonly string[]): void {
    const foreign = Object.keys(this.#body).find((name) => !names.includes(name));
    if (foreign !== undefined) throw this.wrong(foreign, 'is not known here');
  }

  need(name: string): unknown {
    const value = this.#body[name];
    if (value === undefined || value === '') throw this.#refuse({ name: this.#prefix + name, isMissing: true, why: 'is required' });
    return value;
  }

  needText(name: string): string {
    this.need(name);
    return this.text(name) ?? '';
  }

  text(name: string): string | undefined {
    const value = this.#body[name];
    if (value !== undefined && typeof value !== 'string') throw this.wrong(name, 'must be a string');
    return value;
  }

  flag(name: string): boolean | undefined {
    const value = this.#body[name];
    if (value !== undefined && typeof value !== 'boolean') throw this.wrong(name, 'must be a boolean');
    return value;
  }

  number(name: string, { min, max, isWhole = false }: { min: number; max: number; isWhole?: boolean }): number | undefined {
    const value = this.#body[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || (isWhole && !Number.isInteger(value))) throw this.wrong(name, isWhole ? 'must be an integer' : 'must be a number');
    if (value < min || value > max) throw this.wrong(name, `must lie between ${min} and ${max}`);
    return value;
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.#body[name];
    const found = words.find((word) => word === value);
    if (value !== undefined && found === undefined) throw this.wrong(name, `must be one of ${words.join(', ')}`);
    return found;
  }

  part(name: string): Fields | undefined {
    const value = this.#body[name];
    return value === undefined ? undefined : new Fields(value, this.#refuse, `${this.#prefix}${name}.`);
  }
}
