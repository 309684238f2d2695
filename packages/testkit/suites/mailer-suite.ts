import { describe, expect, test } from 'vitest';
import { MailError, type Mailer } from '../../../apps/server/src/ports/mailer.ts';

export type MailerUnderTest = {
  mailer: Mailer;
  /** What was handed over so far, as its addressee reads it. */
  read(): Promise<{ to: string; subject: string; text: string }[]>;
  /** Whether letters can be refused here at all. */
  refuses?: string;
  close(): Promise<void>;
};

/** What every mailer must do. */
export function mailerSuite(name: string, open: () => Promise<MailerUnderTest>): void {
  describe(`mailer: ${name}`, () => {
    const letter = { to: 'hana@example.test', subject: '你好，花さん — “welcome”', text: '第一行\n.\nA link: https://example.test/?token=abc\n', html: '<p>第一行</p>' };

    test('hands over a letter whole, in every script', async () => {
      const { mailer, read, close } = await open();
      await mailer.send(letter);
      const [taken] = await read();
      expect(taken).toMatchObject({ to: letter.to, subject: letter.subject });
      expect(taken?.text.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim());
      await close();
    });

    test('writes no second addressee and no header out of a name or a subject', async () => {
      const { mailer, read, close } = await open();
      await mailer.send({ ...letter, subject: 'Hello\r\nBcc: evil@example.test\r\n\r\nbody' }).catch(() => undefined);
      for (const taken of await read()) expect(taken.to).toBe(letter.to);
      await close();
    });

    test('sends several, one after another and at once', async () => {
      const { mailer, read, close } = await open();
      await mailer.send(letter);
      await Promise.all([1, 2, 3].map((n) => mailer.send({ ...letter, subject: `number ${n}` })));
      expect((await read()).map((taken) => taken.subject).sort()).toEqual([letter.subject, 'number 1', 'number 2', 'number 3'].sort());
      await close();
    });

    test('says when a letter was not taken, without its address in the message', async () => {
      const { mailer, refuses, close } = await open();
      if (refuses !== undefined) {
        const failure = await mailer.send({ ...letter, to: refuses }).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(MailError);
        expect((failure as Error).message).not.toContain(refuses);
      } else await mailer.send(letter);
      await close();
    });
  });
}
