import type { SignUpMode } from '@komawari/contract';

/** What becomes of somebody who wants an account. An invitation opens every mode but `closed`, and spares the approval. */
export function admissionOf(mode: SignUpMode, { hasInvitation }: { hasInvitation: boolean }): 'active' | 'pending' | 'needs-invitation' | 'closed' {
  if (mode === 'closed') return 'closed';
  if (hasInvitation || mode === 'open') return 'active';
  return mode === 'approval' ? 'pending' : 'needs-invitation';
}
