export type Mail = { to: string; subject: string; text: string };

/** Hands a letter over for delivery; resolves when it was accepted. */
export type Mailer = { send(mail: Mail): Promise<void> };
