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
  picture: { summary: 'draw pictures from words (koma picture --help)', load: async () => (await import('./picture.ts')).picture },
  providers: { summary: 'koma providers list|kinds|test|add|remove|enable|disable|default: who draws and writes', load: async () => (await import('./providers.ts')).providers },
  secrets: { summary: 'koma secrets rotate: exchange the key that keys of providers and authenticators are sealed with', load: async () => (await import('./secrets.ts')).secrets },
  host: { summary: 'offer a model server of this machine to a Komawari elsewhere (koma host --help)', load: async () => (await import('./host.ts')).host },
  keeping: { summary: 'koma keeping --dry-run|--run: what goes to the trash by the rules of keeping pictures', load: async () => (await import('./keeping.ts')).keeping },
  doctor: { summary: 'list what is there, what is missing and how to get it (--json)', load: async () => (await import('./doctor.ts')).doctor },
};
