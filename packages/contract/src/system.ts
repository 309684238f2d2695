/** The instance itself. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { TASK_STATES } from './tasks.ts';

export const systemRoutes = {
  about: defineRoute({
    id: 'system.about', method: 'GET', path: '/system', summary: 'Name, version and what is offered here',
    access: { who: 'anyone' },
    response: z.object({ name: z.string(), version: z.string(), guestsMayMake: z.boolean(), formats: z.array(z.string()), exports: z.array(z.string()), languages: z.array(z.string()), textMaxCharacters: z.int() }),
  }),
  work: defineRoute({
    id: 'system.work', method: 'GET', path: '/system/tasks', summary: 'How many tasks stand where, without their content',
    access: { who: 'user', permission: 'system.read' },
    response: z.object({ states: z.array(z.object({ state: z.enum(TASK_STATES), count: z.int() })), waitingJobs: z.int() }),
  }),
  objects: defineRoute({
    id: 'system.objects', method: 'GET', path: '/system/unnamed-objects', summary: 'How many stored objects nothing names any more; a sweep removes them once a day',
    access: { who: 'user', permission: 'system.read' },
    response: z.object({ count: z.int(), sizeBytes: z.int() }),
  }),
  audit: defineRoute({
    id: 'system.audit', method: 'GET', path: '/system/audit', summary: 'Who did what, newest first',
    access: { who: 'user', permission: 'audit.read' },
    query: z.object({ before: z.coerce.number().int().min(1).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.object({ items: z.array(z.object({ id: z.int(), at: z.iso.datetime(), actor: z.string(), action: z.string(), subject: z.string(), data: z.record(z.string(), z.unknown()) })), next: z.int().nullable() }),
  }),
};
