import type { KeyScope } from '../../../api/accounts-settings.ts';
import type { WordKey } from '../../../language/namespaces.ts';

type Words = { word: WordKey<'accounts-settings'>; may: WordKey<'accounts-settings'> };

export const KEYS_KEY = ['accounts', 'keys'] as const;

/** What a key is for, in the order from little to much. */
export const SCOPE_WORDS: Readonly<Record<KeyScope, Words>> = {
  read: { word: 'scopeRead', may: 'scopeReadMay' },
  make: { word: 'scopeMake', may: 'scopeMakeMay' },
  manage: { word: 'scopeManage', may: 'scopeManageMay' },
};
