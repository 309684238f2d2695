/** Which models may stand in for one that is out of order, busy, or without money. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { ModelRef } from './studio.ts';

/** `picture` is drawn from words alone, `edit` is all that a picture goes into; `words`, `script` and `vision` are written. */
export const CHAIN_JOBS = { picture: 'image', edit: 'image', words: 'text', script: 'text', vision: 'text' } as const;
export const ChainJob = z.enum(Object.keys(CHAIN_JOBS) as [keyof typeof CHAIN_JOBS, ...(keyof typeof CHAIN_JOBS)[]]);
export type ChainJob = z.infer<typeof ChainJob>;

/** In the order in which they are asked; none at all: nobody stands in. */
const models = z.array(ModelRef).max(20);
/** Jobs that are not among them go to the models of other providers that can do all that was asked for. */
const Chains = z.object({ items: z.array(z.object({ job: ChainJob, models })) });

const operate = { who: 'user', permission: 'system.operate' } as const;

export const chainRoutes = {
  chains: defineRoute({ id: 'studio.chains', method: 'GET', path: '/model-chains', summary: 'Who stands in for the model of a job, where somebody chose', access: operate, response: Chains }),
  setChain: defineRoute({
    id: 'studio.set-chain', method: 'PUT', path: '/model-chains', summary: 'Choose who stands in for the model of a job, in order; null: the usual rule. Only those step in that can do all that was asked for',
    access: operate, body: z.strictObject({ job: ChainJob, models: models.nullable() }), response: Chains, errors: ['studio.no-model'],
  }),
};
