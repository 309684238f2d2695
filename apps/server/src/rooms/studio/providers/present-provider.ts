import { ProviderFaultName, sentenceOf, type BrokenPlugInInfo, type Provider, type ProviderKindInfo, type ProviderModel, type UiLanguage } from '@komawari/contract';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import { isOpen } from '../gateway/health.ts';
import type { BrokenPlugIn, ProviderKind } from '../../../ports/provider.ts';
import type { ProviderBook } from './provider-book.ts';
import { listHealth, listModels, listProviders, type ProviderRow } from './provider-store.ts';
import { openSecrets } from './secrets.ts';

/** All providers as the operator sees them: which keys are set, never what they are. */
export async function presentProviders(app: App, book: ProviderBook): Promise<Provider[]> {
  const { db } = app.client;
  // The first use of the book makes the built-in artist.
  await book.listKinds();
  const [rows, images, texts, health] = await Promise.all([listProviders(db), listModels(db, 'image'), listModels(db, 'text'), listHealth(db)]);
  const now = app.ports.clock.now();
  return Promise.all(rows.map(async (row): Promise<Provider> => {
    const state = health.get(row.id);
    const models: ProviderModel[] = [
      ...images.filter(({ providerId }) => providerId === row.id).map(({ model, isEnabled, price }) => ({ modelId: model.id, name: model.name, job: 'image' as const, isEnabled, price: price ?? null, image: model, text: null })),
      ...texts.filter(({ providerId }) => providerId === row.id).map(({ model, isEnabled, price }) => ({ modelId: model.id, name: model.name, job: 'text' as const, isEnabled, price: price ?? null, image: null, text: model })),
    ];
    return {
      id: row.id, kind: row.kind, isUsable: (await book.open(row)) !== undefined, name: row.name, url: row.url, secretsSet: namesOfSecrets(app, row), settings: JSON.stringify(row.settings, null, 2),
      isEnabled: row.isEnabled, isPrivateAllowed: row.isPrivateAllowed, inFlightMax: row.inFlightMax, models,
      health: {
        isOpen: isOpen({ failures: state?.failures ?? 0, closedUntil: state?.closedUntil ?? null }, now), failures: state?.failures ?? 0, closedUntil: state?.closedUntil?.toISOString() ?? null,
        lastFault: ProviderFaultName.safeParse(state?.lastFault).data ?? null, lastSaid: state?.lastSaid ?? null, lastGoodAt: state?.lastGoodAt?.toISOString() ?? null,
      },
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
