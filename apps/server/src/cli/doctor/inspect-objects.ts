import { systemRoutes, API_PREFIX } from '@komawari/contract';
import { findRunningInstance } from '../../supervisor/control.ts';
import type { Finding } from './inspect-machine.ts';

/** What the daily sweep would remove if it ran now; asked of the running program, which alone knows what is named. */
export async function inspectObjects(dataDir: string): Promise<Finding> {
  const finding = { name: 'unused objects', isThere: true, isNeeded: false };
  const running = await findRunningInstance(dataDir);
  if (!running) return { ...finding, detail: 'counted only while the program runs' };
  const response = await fetch(`${running.url}${API_PREFIX}${systemRoutes.objects.path}`, { headers: { authorization: `Bearer ${running.token}` } });
  if (!response.ok) return { ...finding, isThere: false, detail: `the program answered ${response.status}` };
  const { count, sizeBytes } = systemRoutes.objects.response.parse(await response.json());
  return { ...finding, detail: count === 0 ? 'none' : `${count}, ${(sizeBytes / 1e6).toFixed(1)} MB, older than a day; the next daily sweep removes them` };
}
