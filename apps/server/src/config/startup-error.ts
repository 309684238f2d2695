import { sentence, type Language, type SentenceCode } from './sentences.ts';

export interface Mistake {
  code: SentenceCode;
  /** Fills the gaps of the sentence. */
  params?: Record<string, string | number>;
}

/** Something the person who starts the program can mend. Shown as sentences, never as a stack trace; exit code 1. */
export class StartupError extends Error {
  readonly mistakes: Mistake[];

  constructor(mistakes: Mistake[], options?: ErrorOptions) {
    super(mistakes.map((mistake) => sentence('en', mistake.code, mistake.params)).join('\n'), options);
    this.name = 'StartupError';
    this.mistakes = mistakes;
  }

  static one(code: SentenceCode, params?: Mistake['params'], options?: ErrorOptions): StartupError {
    return new StartupError([params ? { code, params } : { code }], options);
  }

  /** One sentence a line. */
  inLanguage(language: Language): string {
    return this.mistakes.map((mistake) => sentence(language, mistake.code, mistake.params)).join('\n');
  }
}
