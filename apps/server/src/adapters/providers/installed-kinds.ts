import type { InstalledKinds, ProviderKind } from '../../ports/provider.ts';

/** Every make of provider there is: those that come with the program, or `shipped` in their place, and those of the plug-ins. Never throws for a plug-in. */
export async function installedKinds({ plugIns = [], folder, shipped }: { plugIns?: readonly string[]; folder: string; shipped?: readonly ProviderKind[] }): Promise<InstalledKinds> {
  const own = shipped ?? (await import('./kinds.ts')).PROVIDER_KINDS;
  if (plugIns.length === 0) return { kinds: own, broken: [] };
  return (await import('./plug-ins/load-plug-ins.ts')).loadPlugIns({ names: plugIns, folder, shipped: own });
}
