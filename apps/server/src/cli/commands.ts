/** One file a command; its code is loaded only when it is called. */
export interface Command {
  /** One line of `koma help`. */
  summary: string;
  load(): Promise<CommandRun>;
}

/** @returns the exit code; throws StartupError for what the person who called can mend */
export type CommandRun = (args: string[], env: NodeJS.ProcessEnv) => Promise<number>;

export const commands: Record<string, Command> = {
  make: { summary: 'turn a story into a finished comic (koma make --help)', load: async () => (await import('./make.ts')).make },
  serve: { summary: 'start the program (--role web|worker: one part of it, on shared PostgreSQL)', load: async () => (await import('./serve.ts')).serve },
  user: { summary: 'koma user create --email E [--role R] [--api-key]: make an account', load: async () => (await import('./user-create.ts')).user },
  doctor: { summary: 'list what is there, what is missing and how to get it (--json)', load: async () => (await import('./doctor.ts')).doctor },
};
