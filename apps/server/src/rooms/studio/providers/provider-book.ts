/** The models that are switched on now, each with an open way to it. A change by the operator holds from the next request on, in every process. */
import { sentenceOf, type ChainJob, type ModelPurpose, type ModelRef } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { findChains } from './chain-store.ts';
import type { BrokenPlugIn, InstalledKinds, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import type { SafeFetch } from '../../../ports/safe-fetch.ts';
import { listEndpoints, type EndpointRow } from '../endpoints/endpoint-store.ts';
import { endpointRow, ownRow, type OpenedRow } from '../endpoints/open-endpoint.ts';
import type { OtherWay, ReadyImageModel, ReadyTextModel } from '../gateway/ready-model.ts';
import { BUILT_IN, ensureBuiltIn, isBuiltIn } from './built-in-artist.ts';
import { findDefault, listModels, listProviders, type ProviderRow } from './provider-store.ts';

export type ProviderBook = {
  /** Loaded at the first use. */
  listKinds(): Promise<ReadonlyMap<string, ProviderKind>>;
  /** Plug-ins that are configured and could not be used. */
  listBroken(): Promise<readonly BrokenPlugIn[]>;
  /** In the operator's order. */
  listImageModels(): Promise<ReadyImageModel[]>;
  listTextModels(): Promise<ReadyTextModel[]>;
  /** The model of a purpose; the first there is where none was chosen. */
  findImageDefault(purpose: ModelPurpose): Promise<ReadyImageModel | undefined>;
  findTextDefault(purpose: ModelPurpose): Promise<ReadyTextModel | undefined>;
  /** Who stands in, in order; undefined where nobody chose. */
  findChain(job: ChainJob): Promise<readonly ModelRef[] | undefined>;
  /** Undefined for a kind that is not installed, settings that it cannot read, or keys that do not open. */
  open(row: ProviderRow): Promise<OpenProvider | undefined>;
  /** The same by another of its addresses. */
  openEndpoint(row: ProviderRow, endpoint: EndpointRow): Promise<OpenProvider | undefined>;
};

export type LoadKinds = () => Promise<InstalledKinds>;
export type BookTools = Omit<ProviderTools, 'web'> & { web: SafeFetch };

export function openProviderBook(app: App, loadKinds: LoadKinds, tools: BookTools): ProviderBook {
  let loading: Promise<{ kinds: ReadonlyMap<string, ProviderKind>; broken: readonly BrokenPlugIn[] }> | undefined;
  const load = () => (loading ??= loadAll().catch((error: unknown) => {
    // Asked again next time: a database that was away is back then.
    loading = undefined;
    throw error;
  }));
  const loadAll = async () => {
    const { kinds, broken } = await loadKinds();
    for (const { name, code, detail } of broken) app.log.warn({ plugIn: name, reason: sentenceOf(code, 'en', detail) }, 'a plug-in was left out');
    const all = new Map(kinds.map((kind) => [kind.kind, kind]));
    await ensureBuiltIn(app, all.get(BUILT_IN), tools);
    return { kinds: all, broken };
  };
  const listKinds = async () => (await load()).kinds;
  const opened = new Map<string, { revision: string; provider: OpenProvider | undefined }>();
  const openOnce = async (row: ProviderRow, { id, revision, read }: { id: string; revision: string; read(kind: ProviderKind): OpenedRow }): Promise<OpenProvider | undefined> => {
    const known = opened.get(id);
    if (known?.revision === revision) return known.provider;
    const provider = openRow(app, (await listKinds()).get(row.kind), { row, read }, tools);
    opened.set(id, { revision, provider });
    return provider;
  };
  const open = (row: ProviderRow) => openOnce(row, { id: row.id, revision: String(row.revision), read: () => ownRow(app, row) });
  // Settings are the provider's, and its keys where the host is the same.
  const openEndpoint = (row: ProviderRow, endpoint: EndpointRow) => openOnce(row, { id: endpoint.id, revision: `${row.revision}.${endpoint.revision}`, read: (kind) => endpointRow(app, kind, row, endpoint) });

  async function othersOf<Provider>(row: ProviderRow, endpoints: readonly EndpointRow[], pick: (open: OpenProvider) => Provider | undefined): Promise<OtherWay<Provider>[]> {
    const ways = await Promise.all(endpoints.filter(({ providerId }) => providerId === row.id).map(async (endpoint) => {
      const way = await openEndpoint(row, endpoint);
      const provider = way && pick(way);
      return provider ? [{ endpointId: endpoint.id, isEnabled: endpoint.isEnabled, inFlightMax: endpoint.inFlightMax, provider }] : [];
    }));
    return ways.flat();
  }

  async function ready<Facts, Provider>(job: 'image' | 'text', pick: (open: OpenProvider) => Provider | undefined) {
    const { db } = app.client;
    await load();
    const [rows, models, endpoints] = await Promise.all([listProviders(db), listModels(db, job), listEndpoints(db)]);
    // The built-in artist last: it is the first choice only where there is no other.
    const inOrder = rows.filter(({ isEnabled }) => isEnabled).toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)));
    const found = await Promise.all(inOrder.map(async (row) => {
      const kind = (await listKinds()).get(row.kind);
      const way = await open(row);
      const provider = way && pick(way);
      if (!kind || !provider) return [];
      const others = await othersOf(row, endpoints, pick);
      return models.filter(({ providerId, isEnabled }) => providerId === row.id && isEnabled)
        // `job` and `pick` belong together: the models are those of the provider's port.
        .map(({ model, price }) => ({ providerId: row.id, providerName: row.name, bills: kind.bills, inFlightMax: row.inFlightMax, model: model as Facts, price, provider, ...(others.length > 0 ? { others } : {}), ...(isBuiltIn(row) ? { isBuiltIn: true as const } : {}) }));
    }));
    return found.flat();
  }

  async function preferred<Model extends { providerId: string; model: { id: string } }>(purpose: ModelPurpose, models: readonly Model[]): Promise<Model | undefined> {
    const chosen = await findDefault(app.client.db, purpose);
    return models.find(({ providerId, model }) => providerId === chosen?.providerId && model.id === chosen.modelId) ?? models[0];
  }

  const book: ProviderBook = {
    listKinds, open, openEndpoint, listBroken: async () => (await load()).broken,
    listImageModels: () => ready('image', ({ image }) => image),
    listTextModels: () => ready('text', ({ text }) => text),
    findImageDefault: async (purpose) => preferred(purpose, await book.listImageModels()),
    findTextDefault: async (purpose) => preferred(purpose, await book.listTextModels()),
    findChain: async (job) => (await findChains(app.client.db))[job],
  };
  return book;
}

function openRow(app: App, kind: ProviderKind | undefined, { row, read }: { row: ProviderRow; read(kind: ProviderKind): OpenedRow }, tools: BookTools): OpenProvider | undefined {
  if (!kind) return undefined;
  try {
    const { url, secrets, settings, isPrivateAllowed } = read(kind);
    const web = isPrivateAllowed ? tools.web.allowing([hostOf(url)]) : tools.web;
    return kind.open({ url, secrets, settings: kind.settings.parse(settings) }, { ...tools, web });
  } catch (error) {
    app.log.warn({ providerId: row.id, kind: row.kind, reason: error instanceof Error ? error.name : 'unknown' }, 'a provider could not be opened');
    return undefined;
  }
}

/** `host:port`, as the operator allows it. */
export function hostOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' || protocol === 'wss:' ? '443' : '80')}`;
}
