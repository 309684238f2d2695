import { AppError } from '../../kernel/errors.ts';

/** OWASP's smaller argon2id setting: about 36 ms here. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** A password that nobody has: whoever asks for an unknown account waits as long as for a known one. */
let nobodys: Promise<string> | undefined;

/** Composed and decomposed letters are one: keyboards of different systems send different ones. */
const normal = (password: string) => password.normalize('NFC');

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(normal(password), ARGON2);
}

/** False for a wrong password, and, after the same time, when there is no hash to compare with. */
export async function isPasswordRight(stored: string | null | undefined, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  const isRight = await verify(stored ?? (await (nobodys ??= hashPassword('nobody has this password'))), normal(password));
  return isRight && Boolean(stored);
}

/** Guesses after which a password counts as common: what is tried first online, and far below what 10 free characters give. */
const GUESSES_MIN = 1e6;

/**
 * Refuses what attackers try first: leaked passwords and simple variations of them (lists that come with the program,
 * nothing is asked on the network), and the account's own words. Throws `accounts.password-common`.
 */
export async function refuseCommonPassword(password: string, own: readonly string[]): Promise<void> {
  const check = await (checker ??= openChecker());
  // The estimate takes longer with every character; beyond 72 no list and no keyboard walk matters.
  if (check(normal(password).slice(0, 72), own) < GUESSES_MIN) throw new AppError('accounts.password-common');
}

let checker: Promise<(password: string, own: readonly string[]) => number> | undefined;

async function openChecker() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password: string, own: readonly string[]) => factory.check(password, [...own, 'komawari']).guesses;
}
