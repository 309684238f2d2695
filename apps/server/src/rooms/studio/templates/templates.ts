import { isDeepStrictEqual } from 'node:util';
import { Template, TEMPLATES_MAX, TemplateContent, type BodyOf, type TemplateId, type templateRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { WorkKind } from '../../../kernel/works.ts';
import { startersIn } from './starter-templates.ts';
import { deleteAllTemplates, deleteTemplate, listStyleRows, listTemplateRows, lockTemplates, moveTemplates, saveTemplate, type TemplateRow } from './template-store.ts';

export async function listTemplates(ctx: Ctx) {
  return { items: (await listTemplateRows(ctx.app.client.db, ownerOrNotFound(ctx))).flatMap(present), starters: startersIn(ctx.language) };
}

/** Throws `not-found` for an id that is not the caller's, and `studio.templates-many`. */
export async function putTemplate(ctx: Ctx, { id, content }: BodyOf<typeof templateRoutes.put>): Promise<Template> {
  const owner = ownerOrNotFound(ctx);
  const { ids, clock } = ctx.app.ports;
  const kept = { id: id ?? (ids.next('template') as TemplateId), owner, content, now: clock.now() };
  await inTransaction(ctx.app.client.db, async (tx) => {
    await lockTemplates(tx, owner);
    const own = await listTemplateRows(tx, owner);
    if (own.length >= TEMPLATES_MAX && !own.some((row) => row.id === id)) throw new AppError('studio.templates-many');
    if (!(await saveTemplate(tx, kept))) throw new AppError('not-found');
    await audit(tx, ctx, { action: 'studio.put-template', subject: kept.id });
  });
  return { ...content, id: kept.id, changedAt: kept.now.toISOString() };
}

export async function removeTemplate(ctx: Ctx, id: TemplateId): Promise<{ isRemoved: true }> {
  const owner = ownerOrNotFound(ctx);
  await inTransaction(ctx.app.client.db, async (tx) => {
    await deleteTemplate(tx, owner, id);
    await audit(tx, ctx, { action: 'studio.remove-template', subject: id });
  });
  return { isRemoved: true };
}

/** All that can be kept of a file, at once or not at all. */
export async function importTemplates(ctx: Ctx, { templates }: BodyOf<typeof templateRoutes.import>) {
  const owner = ownerOrNotFound(ctx);
  const { ids, clock } = ctx.app.ports;
  const read = templates.flatMap((one) => TemplateContent.safeParse(one).data ?? []);
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockTemplates(tx, owner);
    const rows = await listTemplateRows(tx, owner);
    const own: TemplateContent[] = rows.flatMap(present).map(({ id: _id, changedAt: _changedAt, ...content }) => content);
    const [before, now] = [own.length, clock.now()];
    const room = TEMPLATES_MAX - rows.length;
    let known = 0;
    for (const content of read) {
      if (own.some((one) => isDeepStrictEqual(one, content))) known += 1;
      else if (own.length - before < room) {
        // The order of the file is kept: its first stands first.
        await saveTemplate(tx, { id: ids.next('template') as TemplateId, owner, content, now: new Date(now.getTime() - (own.length - before)) });
        own.push(content);
      }
    }
    const added = own.length - before;
    await audit(tx, ctx, { action: 'studio.import-templates', subject: String(added) });
    return { items: (await listTemplateRows(tx, owner)).flatMap(present), added, known, left: templates.length - added - known };
  });
}

/** Templates and styles go with their account. */
export const keptTemplates: WorkKind = {
  kind: 'template', claim: moveTemplates, namedObjects: async () => [], removeOwn: deleteAllTemplates,
  async *exportOwn({ db, owner }) {
    const [templates, styles] = [(await listTemplateRows(db, owner)).map((row) => row.content), await listStyleRows(db, owner)];
    if (templates.length > 0) yield { path: 'pictures/templates.json', bytes: new TextEncoder().encode(JSON.stringify({ format: 'komawari-templates', version: 1, templates }, null, 2)) };
    if (styles.length > 0) yield { path: 'pictures/styles.json', bytes: new TextEncoder().encode(JSON.stringify(styles, null, 2)) };
  },
};

function present(row: TemplateRow): Template[] {
  const read = Template.safeParse({ ...row.content, id: row.id, changedAt: row.changed_at.toISOString() });
  return read.success ? [read.data] : [];
}
