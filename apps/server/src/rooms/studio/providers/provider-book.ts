/** The models that are switched on now, each with an open way to it. A change by the operator holds from the next request on, in every process. */
import { sentenceOf, type ModelPurpose } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import type { BrokenPlugIn, InstalledKinds, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import type { SafeFetch } from '../../../ports/safe-fetch.ts';
import type { ReadyImageModel, ReadyTextModel } from '../gateway/ready-model.ts';
import { BUILT_IN, ensureBuiltIn, isBuiltIn } from './built-in-artist.ts';
import { findDefault, listModels, listProviders, type ProviderRow } from './provider-store.ts';
import { openSecrets } from './secrets.ts';

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
  /** Undefined for a kind that is not installed, settings that it cannot read, or keys that do not open. */
  open(row: ProviderRow): Promise<OpenProvider | undefined>;
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
  const opened = new Map<string, { revision: number; provider: OpenProvider | undefined }>();

  async function open(row: ProviderRow): Promise<OpenProvider | undefined> {
    const known = opened.get(row.id);
    if (known?.revision === row.revision) return known.provider;
    const provider = openRow(app, (await listKinds()).get(row.kind), row, tools);
    opened.set(row.id, { revision: row.revision, provider });
    return provider;
  }

  async function ready<Facts, Provider>(job: 'image' | 'text', pick: (open: OpenProvider) => Provider | undefined) {
    const { db } = app.client;
    await load();
    const [rows, models] = await Promise.all([listProviders(db), listModels(db, job)]);
    // The built-in artist last: it is the first choice only where there is no other.
    const inOrder = rows.filter(({ isEnabled }) => isEnabled).toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)));
    const found = await Promise.all(inOrder.map(async (row) => {
      const kind = (await listKinds()).get(row.kind);
      const way = await open(row);
      const provider = way && pick(way);
      if (!kind || !provider) return [];
      return models.filter(({ providerId, isEnabled }) => providerId === row.id && isEnabled)
        // `job` and `pick` belong together: the models are those of the provider's port.
        .map(({ model, price }) => ({ providerId: row.id, providerName: row.name, bills: kind.bills, inFlightMax: row.inFlightMax, model: model as Facts, price, provider, ...(isBuiltIn(row) ? { isBuiltIn: true as const } : {}) }));
    }));
    return found.flat();
  }

  async function preferred<Model extends { providerId: string; model: { id: string } }>(purpose: ModelPurpose, models: readonly Model[]): Promise<Model | undefined> {
    const chosen = await findDefault(app.client.db, purpose);
    return models.find(({ providerId, model }) => providerId === chosen?.providerId && model.id === chosen.modelId) ?? models[0];
  }

  const book: ProviderBook = {
    listKinds, open, listBroken: async () => (await load()).broken,
    listImageModels: () => ready('image', ({ image }) => image),
    listTextModels: () => ready('text', ({ text }) => text),
    findImageDefault: async (purpose) => preferred(purpose, await book.listImageModels()),
    findTextDefault: async (purpose) => preferred(purpose, await book.listTextModels()),
  };
  return book;
}

function openRow(app: App, kind: ProviderKind | undefined, row: ProviderRow, tools: BookTools): OpenProvider | undefined {
  if (!kind) return undefined;
  try {
    const secrets = openSecrets(row.sealedSecrets, { ...sealingKeys(app.config.secrets), providerId: row.id });
    const web = row.isPrivateAllowed ? tools.web.allowing([hostOf(row.url)]) : tools.web;
    return kind.open({ url: row.url, secrets, settings: kind.settings.parse(row.settings) }, { ...tools, web });
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
