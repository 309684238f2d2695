import { oneLine, providerRoutes as routes, type Provider } from '@komawari/contract';
import { sentence, type Language, type SentenceCode } from '../../config/sentences.ts';
import { StartupError } from '../../config/startup-error.ts';
import { listed } from '../picture/choose-model.ts';
import type { InstanceDoor } from '../instance-door.ts';
import type { NewProvider, ProvidersAction } from './parse-providers.ts';
import { tableOf } from './table.ts';

/** What to print: for people, for programs, and whether all is well. */
export type Said = { text: string; json: unknown; isGood: boolean; /** For standard error. */ complaint?: string };

export type ProvidersRun = { door: InstanceDoor; language: Language; secrets: Record<string, string> };

/** Throws StartupError, RefusedError and NoAnswerError. */
export async function runProviders(action: ProvidersAction, run: ProvidersRun): Promise<Said> {
  const { door } = run;
  switch (action.kind) {
    case 'list': return list(run);
    case 'kinds': return listKinds(run);
    case 'add': return add(action.provider, run);
    case 'test': return test(await find(door, action.name), run);
    case 'default': {
      const { id, name } = await find(door, action.name);
      const { items } = await door.ask(routes.setDefault, { body: { purpose: action.purpose, providerId: id, modelId: action.modelId } });
      return { text: sentence(run.language, 'providers.default', { purpose: action.purpose, model: action.modelId, provider: oneLine(name) }), json: { items }, isGood: true };
    }
    case 'remove': {
      const { id, name } = await find(door, action.name);
      return told(run, 'providers.removed', { name }, await door.ask(routes.remove, { params: { providerId: id } }));
    }
    default: {
      const isEnabled = action.kind === 'enable';
      const { id } = await find(door, action.name);
      const provider = await door.ask(routes.change, { params: { providerId: id }, body: { isEnabled } });
      return told(run, isEnabled ? 'providers.enabled' : 'providers.disabled', provider, provider);
    }
  }
}

/** By id, else by name in any case. */
async function find(door: InstanceDoor, asked: string): Promise<Provider> {
  const { items } = await door.ask(routes.list);
  const found = items.filter(({ id, name }) => id === asked || name.toLowerCase() === asked.toLowerCase());
  if (found.length > 1) throw StartupError.one('studio.which-provider', { name: asked, ids: found.map(({ id }) => id).join(', ') });
  if (!found[0]) throw StartupError.one('studio.no-such-provider', { name: asked, known: listed(items.map(({ name }) => name)) });
  return found[0];
}

async function list({ door, language }: ProvidersRun): Promise<Said> {
  const [{ items }, { items: defaults }] = await Promise.all([door.ask(routes.list), door.ask(routes.defaults)]);
  const json = { items, defaults };
  if (items.length === 0) return { text: sentence(language, 'providers.none'), json, isGood: true };
  const rows = items.map((one) => [oneLine(one.name), one.kind, sentence(language, stateOf(one)), `${one.models.filter(({ isEnabled }) => isEnabled).length}/${one.models.length}`, one.url, one.id]);
  const chosen = defaults.map(({ purpose, providerId, modelId }) => sentence(language, 'providers.default', { purpose, model: oneLine(modelId), provider: oneLine(items.find(({ id }) => id === providerId)?.name ?? providerId) }));
  return { text: [tableOf([headsOf(language, 'providers.heads'), ...rows]), ...(chosen.length > 0 ? ['', ...chosen] : [])].join('\n'), json, isGood: true };
}

function stateOf({ isUsable, isEnabled, health }: Provider): SentenceCode {
  if (!isEnabled) return 'providers.off';
  if (!isUsable) return 'providers.unusable';
  return health.isOpen ? 'providers.on' : 'providers.resting';
}

async function listKinds({ door, language }: ProvidersRun): Promise<Said> {
  const { items } = await door.ask(routes.kinds);
  const rows = items.map(({ kind, title, secrets, defaultUrl }) => [kind, title, secrets.map(({ name, isRequired }) => (isRequired ? name : sentence(language, 'providers.optional', { name }))).join(', ') || '–', defaultUrl ?? '–']);
  return { text: tableOf([headsOf(language, 'providers.kind-heads'), ...rows]), json: { items }, isGood: true };
}

function headsOf(language: Language, code: 'providers.heads' | 'providers.kind-heads'): string[] {
  return sentence(language, code).split(',');
}

/** It is added when the program took it; whether it answers is said beside that. */
async function add({ kind, name, url, settings, isPrivateAllowed, inFlightMax }: NewProvider, run: ProvidersRun): Promise<Said> {
  const { door, secrets } = run;
  const title = name ?? (await door.ask(routes.kinds)).items.find((one) => one.kind === kind)?.title ?? kind;
  const body = { kind, name: title, secrets, settings: settings as Record<string, never>, isPrivateAllowed, ...(url === undefined ? {} : { url }), ...(inFlightMax === undefined ? {} : { inFlightMax }) };
  const added = await door.ask(routes.add, { body });
  const first = sentence(run.language, 'providers.added', { name: oneLine(added.name), id: added.id });
  const tested = await test(added, run);
  return { text: tested.isGood ? `${first}\n${tested.text}` : first, json: (tested.json as { provider: Provider }).provider, isGood: true, complaint: tested.complaint };
}

async function test({ id, name }: Provider, { door, language }: ProvidersRun): Promise<Said> {
  const answer = await door.ask(routes.test, { params: { providerId: id } });
  if (answer.isGood) return { text: sentence(language, 'providers.good', { name: oneLine(name), says: oneLine(answer.says ?? '') || '–', count: answer.provider.models.length }), json: answer, isGood: true };
  return { text: '', json: answer, isGood: false, complaint: sentence(language, 'providers.bad', { name: oneLine(name), why: oneLine(answer.message ?? answer.fault ?? '') }) };
}

function told({ language }: ProvidersRun, code: SentenceCode, { name }: { name: string }, json: unknown): Said {
  return { text: sentence(language, code, { name: oneLine(name) }), json, isGood: true };
}
