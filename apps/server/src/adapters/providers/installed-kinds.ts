import type { BuiltInTools } from './built-in/built-in-provider.ts';
import type { InstalledKinds, ProviderKind } from '../../ports/provider.ts';

type Installed = { plugIns?: readonly string[]; folder: string; shipped?: readonly ProviderKind[]; artist?: BuiltInTools };

/** Every make of provider there is: those that come with the program, the built-in artist among them, or `shipped` in their place, and those of the plug-ins. Never throws for a plug-in. */
export async function installedKinds({ plugIns = [], folder, shipped, artist }: Installed): Promise<InstalledKinds> {
  const own = shipped ?? [...(await import('./kinds.ts')).PROVIDER_KINDS, ...(artist ? [(await import('./built-in/built-in-provider.ts')).builtInProvider(artist)] : [])];
  if (plugIns.length === 0) return { kinds: own, broken: [] };
  return (await import('./plug-ins/load-plug-ins.ts')).loadPlugIns({ names: plugIns, folder, shipped: own });
}
