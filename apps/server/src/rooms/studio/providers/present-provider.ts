import { sentenceOf, type BrokenPlugInInfo, type Provider, type ProviderKindInfo, type ProviderModel, type UiLanguage } from '@komawari/contract';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import { countOnTheWay, listEndpoints } from '../endpoints/endpoint-store.ts';
import { presentEndpoint, presentHealth } from '../endpoints/present-endpoint.ts';
import type { BrokenPlugIn, ProviderKind } from '../../../ports/provider.ts';
import type { ProviderBook } from './provider-book.ts';
import { listHealth, listModels, listProviders, type ProviderRow } from './provider-store.ts';
import { openSecrets } from './secrets.ts';

/** All providers as the operator sees them: which keys are set, never what they are. */
export async function presentProviders(app: App, book: ProviderBook): Promise<Provider[]> {
  const { db } = app.client;
  const now = app.ports.clock.now();
  // The first use of the book makes the built-in artist.
  await book.listKinds();
  const [rows, images, texts, health, endpoints, onTheWay] = await Promise.all([listProviders(db), listModels(db, 'image'), listModels(db, 'text'), listHealth(db), listEndpoints(db), countOnTheWay(db, now)]);
  return Promise.all(rows.map(async (row): Promise<Provider> => {
    const models: ProviderModel[] = [
      ...images.filter(({ providerId }) => providerId === row.id).map(({ model, isEnabled, price }) => ({ modelId: model.id, name: model.name, job: 'image' as const, isEnabled, price: price ?? null, image: model, text: null })),
      ...texts.filter(({ providerId }) => providerId === row.id).map(({ model, isEnabled, price }) => ({ modelId: model.id, name: model.name, job: 'text' as const, isEnabled, price: price ?? null, image: null, text: model })),
    ];
    return {
      id: row.id, kind: row.kind, isUsable: (await book.open(row)) !== undefined, name: row.name, url: row.url, secretsSet: namesOfSecrets(app, row), settings: JSON.stringify(row.settings, null, 2),
      isEnabled: row.isEnabled, isPrivateAllowed: row.isPrivateAllowed, inFlightMax: row.inFlightMax, models,
      health: presentHealth(health.get(row.id), now), onTheWay: onTheWay.get(row.id) ?? 0,
      endpoints: await Promise.all(endpoints.filter(({ providerId }) => providerId === row.id).map((endpoint) => presentEndpoint(app, book, { row, endpoint, onTheWay: onTheWay.get(endpoint.id) ?? 0 }))),
    };
  }));
}

export function presentKind(kind: ProviderKind): ProviderKindInfo {
  return { kind: kind.kind, title: kind.title, bills: kind.bills, defaultUrl: kind.defaultUrl ?? null, secrets: [...kind.secrets], settingsSchema: JSON.stringify(z.toJSONSchema(kind.settings, { io: 'input', unrepresentable: 'any' })) };
}

export function presentBroken({ name, code, detail }: BrokenPlugIn, language: UiLanguage): BrokenPlugInInfo {
  return { name, reason: sentenceOf(code, language, detail) };
}

function namesOfSecrets(app: App, row: ProviderRow): string[] {
  try {
    return Object.keys(openSecrets(row.sealedSecrets, { ...sealingKeys(app.config.secrets), providerId: row.id })).sort();
  } catch {
    // Sealed with another key of the instance: as good as not set.
    return [];
  }
}
