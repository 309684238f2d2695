import type { Session } from '@komawari/contract';

const KINDS: Readonly<Record<string, Session['device']['kind']>> = { desktop: 'computer', mobile: 'phone', tablet: 'tablet' };

/** Browser and system by what the browser says about itself: good for recognising one's own devices, proof of nothing. */
export async function deviceOf(userAgent: string | null): Promise<Session['device']> {
  if (!userAgent) return { kind: 'other', browser: null, system: null };
  const { default: Bowser } = await import('bowser');
  const parsed = Bowser.parse(userAgent);
  return { kind: KINDS[parsed.platform.type ?? ''] ?? 'other', browser: plain(parsed.browser.name), system: plain(parsed.os.name) };
}

/** Browsers that the library does not know are named by the sender: only letters of a name get through. */
function plain(name: string | undefined): string | null {
  const text = (name ?? '').replace(/[^\p{L}\p{N} .+-]/gu, '').slice(0, 40).trim();
  return text || null;
}
