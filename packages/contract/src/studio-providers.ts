/** Who sets up the providers of models. Keys go in and never come out. */
import { z } from 'zod';
import { EndpointId, ProviderId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';
import { ImageModel, Price, TextModel } from './studio-models.ts';

/** `picture` and `panel` and `upscale` are drawn, `script`, `words` and `vision` written. */
export const MODEL_PURPOSES = { picture: 'image', panel: 'image', upscale: 'image', script: 'text', words: 'text', vision: 'text' } as const;
export const ModelPurpose = z.enum(Object.keys(MODEL_PURPOSES) as [keyof typeof MODEL_PURPOSES, ...(keyof typeof MODEL_PURPOSES)[]]);
export type ModelPurpose = z.infer<typeof ModelPurpose>;

/** A make of provider that is installed. */
export const ProviderKindInfo = z.object({
  kind: z.string(), title: z.string(), /** Whether a request may cost money. */ bills: z.boolean(), defaultUrl: z.string().nullable(),
  secrets: z.array(z.object({ name: z.string(), isRequired: z.boolean() })),
  /** JSON Schema of its settings, as text. */
  settingsSchema: z.string(),
});
export type ProviderKindInfo = z.infer<typeof ProviderKindInfo>;

/** A plug-in that is configured and could not be used: its name in the configuration, and a sentence that says why. */
export const BrokenPlugInInfo = z.object({ name: z.string(), reason: z.string() });
export type BrokenPlugInInfo = z.infer<typeof BrokenPlugInInfo>;

export const ProviderModel = z.object({ modelId: z.string(), name: z.string(), job: z.enum(['image', 'text']), isEnabled: z.boolean(), price: Price.nullable(), image: ImageModel.nullable(), text: TextModel.nullable() });
export type ProviderModel = z.infer<typeof ProviderModel>;

export const ProviderFaultName = z.enum(['invalid', 'denied', 'exhausted', 'no-model', 'busy', 'down', 'refused', 'empty', 'unknown', 'cancelled']);

export const ProviderHealth = z.object({ isOpen: z.boolean(), failures: z.int(), closedUntil: z.iso.datetime().nullable(), lastFault: ProviderFaultName.nullable(), lastSaid: z.string().nullable(), lastGoodAt: z.iso.datetime().nullable() });
export type ProviderHealth = z.infer<typeof ProviderHealth>;

/** One more address or key of a provider: a request goes to the one with the least on its way, in relation to what it takes at once. */
export const ProviderEndpoint = z.object({
  id: EndpointId, name: z.string(), url: z.string(), /** Its own keys, by name; where it has none, the provider's are used at the provider's host. */ secretsSet: z.array(z.string()),
  /** False when its keys do not open, or one is missing. */
  isUsable: z.boolean(), isEnabled: z.boolean(), isPrivateAllowed: z.boolean(), inFlightMax: z.int(), health: ProviderHealth, /** Sent and not answered yet, in all processes. */ onTheWay: z.int(),
});
export type ProviderEndpoint = z.infer<typeof ProviderEndpoint>;

export const Provider = z.object({
  id: ProviderId, kind: z.string(), /** False when its make is not installed any more, or its keys do not open. */ isUsable: z.boolean(), name: z.string(), url: z.string(),
  /** Which keys are set, by name. */
  secretsSet: z.array(z.string()),
  /** As the operator gave them, JSON text. */
  settings: z.string(),
  isEnabled: z.boolean(), isPrivateAllowed: z.boolean(), inFlightMax: z.int(),
  health: ProviderHealth,
  models: z.array(ProviderModel),
  /** Beside its own address. */
  endpoints: z.array(ProviderEndpoint).optional(),
  /** Sent to its own address and not answered yet, in all processes. */
  onTheWay: z.int().optional(),
});
export type Provider = z.infer<typeof Provider>;

const name = z.string().overwrite(oneLine).min(1).max(80);
const url = z.url({ protocol: /^https?$/ }).max(2000);
const secret = z.string().trim().min(1).max(8000);
const settings = z.record(z.string().max(80), z.json());
const inFlightMax = z.int().min(1).max(200);

const operate = { who: 'user', permission: 'system.operate' } as const;
const one = { ...operate, subject: 'provider' } as const;
const params = z.object({ providerId: ProviderId });
const endpointParams = z.object({ providerId: ProviderId, endpointId: EndpointId });

export const providerRoutes = {
  kinds: defineRoute({ id: 'studio.provider-kinds', method: 'GET', path: '/provider-kinds', summary: 'Makes of provider that are installed', access: operate, response: z.object({ items: z.array(ProviderKindInfo), broken: z.array(BrokenPlugInInfo).optional() }) }),
  list: defineRoute({ id: 'studio.providers', method: 'GET', path: '/providers', summary: 'Providers as they are set up, with their health and models', access: operate, response: z.object({ items: z.array(Provider) }) }),
  add: defineRoute({
    id: 'studio.add-provider', method: 'POST', path: '/providers', summary: 'Add a provider; it is asked for its models at once',
    access: operate, body: z.strictObject({ kind: z.string().max(60), name, url: url.optional(), secrets: z.record(z.string().max(60), secret).default({}), settings: settings.default({}), isPrivateAllowed: z.boolean().default(false), inFlightMax: inFlightMax.default(4) }),
    response: Provider, status: 201, errors: ['studio.provider-unknown-kind', 'studio.provider-setup'], limit: { max: 60, windowSeconds: 60 },
  }),
  change: defineRoute({
    id: 'studio.change-provider', method: 'PATCH', path: '/providers/:providerId', summary: 'Change a provider; holds from the next request on. Keys stay unless given (null takes one away), and go when the address leads to another host',
    access: one, params, body: z.strictObject({ name: name.optional(), url: url.optional(), secrets: z.record(z.string().max(60), secret.nullable()).optional(), settings: settings.optional(), isEnabled: z.boolean().optional(), isPrivateAllowed: z.boolean().optional(), inFlightMax: inFlightMax.optional() }),
    response: Provider, errors: ['not-found', 'studio.provider-setup'],
  }),
  remove: defineRoute({ id: 'studio.remove-provider', method: 'DELETE', path: '/providers/:providerId', summary: 'Remove a provider and its keys; pictures stay', access: one, params, response: z.object({ isRemoved: z.literal(true) }), errors: ['not-found'] }),
  test: defineRoute({
    id: 'studio.test-provider', method: 'POST', path: '/providers/:providerId/test', summary: 'Ask a provider whether it answers and takes the key, and which models it has; costs nothing',
    access: one, params, response: z.object({ isGood: z.boolean(), says: z.string().nullable(), fault: ProviderFaultName.nullable(), message: z.string().nullable(), provider: Provider }), errors: ['not-found'], limit: { max: 60, windowSeconds: 60 },
  }),
  setModel: defineRoute({
    id: 'studio.set-model', method: 'PUT', path: '/providers/:providerId/models', summary: 'Switch a model on or off, and say what it costs here',
    access: one, params, body: z.strictObject({ job: z.enum(['image', 'text']), modelId: z.string().min(1).max(200), isEnabled: z.boolean(), price: Price.nullable().default(null) }), response: Provider, errors: ['not-found', 'studio.no-model'],
  }),
  setModels: defineRoute({
    id: 'studio.set-models', method: 'PATCH', path: '/providers/:providerId/models', summary: 'Switch several models on or off at once; prices stay',
    access: one, params, body: z.strictObject({ isEnabled: z.boolean(), models: z.array(z.strictObject({ job: z.enum(['image', 'text']), modelId: z.string().min(1).max(200) })).min(1).max(2000) }), response: Provider, errors: ['not-found', 'studio.no-model'],
  }),
  addEndpoint: defineRoute({
    id: 'studio.add-endpoint', method: 'POST', path: '/providers/:providerId/endpoints', summary: 'Add an address or key to a provider; requests are shared out by how much is on its way',
    access: one, params, body: z.strictObject({ name, url: url.optional(), secrets: z.record(z.string().max(60), secret).default({}), isPrivateAllowed: z.boolean().default(false), inFlightMax: inFlightMax.default(4) }),
    response: Provider, status: 201, errors: ['not-found', 'studio.provider-setup'], limit: { max: 60, windowSeconds: 60 },
  }),
  changeEndpoint: defineRoute({
    id: 'studio.change-endpoint', method: 'PATCH', path: '/providers/:providerId/endpoints/:endpointId', summary: 'Change an endpoint; its keys stay unless given (null takes one away), and go when the address leads to another host',
    access: one, params: endpointParams, body: z.strictObject({ name: name.optional(), url: url.optional(), secrets: z.record(z.string().max(60), secret.nullable()).optional(), isEnabled: z.boolean().optional(), isPrivateAllowed: z.boolean().optional(), inFlightMax: inFlightMax.optional() }),
    response: Provider, errors: ['not-found', 'studio.provider-setup'],
  }),
  removeEndpoint: defineRoute({ id: 'studio.remove-endpoint', method: 'DELETE', path: '/providers/:providerId/endpoints/:endpointId', summary: 'Remove an endpoint and its keys', access: one, params: endpointParams, response: Provider, errors: ['not-found'] }),
  testEndpoint: defineRoute({
    id: 'studio.test-endpoint', method: 'POST', path: '/providers/:providerId/endpoints/:endpointId/test', summary: 'Ask an endpoint whether it answers and takes the key; costs nothing',
    access: one, params: endpointParams, response: z.object({ isGood: z.boolean(), says: z.string().nullable(), fault: ProviderFaultName.nullable(), message: z.string().nullable(), provider: Provider }), errors: ['not-found'], limit: { max: 60, windowSeconds: 60 },
  }),
  defaults: defineRoute({
    id: 'studio.defaults', method: 'GET', path: '/model-defaults', summary: 'Which model is used for what', access: operate,
    response: z.object({ items: z.array(z.object({ purpose: ModelPurpose, providerId: ProviderId, modelId: z.string() })) }),
  }),
  setDefault: defineRoute({
    id: 'studio.set-default', method: 'PUT', path: '/model-defaults', summary: 'Choose the model of a purpose', access: operate,
    body: z.strictObject({ purpose: ModelPurpose, providerId: ProviderId, modelId: z.string().min(1).max(200) }), response: z.object({ items: z.array(z.object({ purpose: ModelPurpose, providerId: ProviderId, modelId: z.string() })) }), errors: ['studio.no-model'],
  }),
  clearDefault: defineRoute({
    id: 'studio.clear-default', method: 'DELETE', path: '/model-defaults', summary: 'Choose no model for a purpose any more: it is done as where nobody ever chose', access: operate,
    query: z.object({ purpose: ModelPurpose }), response: z.object({ items: z.array(z.object({ purpose: ModelPurpose, providerId: ProviderId, modelId: z.string() })) }),
  }),
};
