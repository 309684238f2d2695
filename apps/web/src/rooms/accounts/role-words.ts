import type { Role } from '@komawari/contract';
import type { WordKey } from '../../language/namespaces.ts';

type Words = { name: WordKey<'accounts'>; may: WordKey<'accounts'> };

/** Each role by name, and what it may do as a sentence; in the order from much to little. */
export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  owner: { name: 'roleOwner', may: 'roleOwnerMay' },
  admin: { name: 'roleAdmin', may: 'roleAdminMay' },
  moderator: { name: 'roleModerator', may: 'roleModeratorMay' },
  operator: { name: 'roleOperator', may: 'roleOperatorMay' },
  user: { name: 'roleUser', may: 'roleUserMay' },
  viewer: { name: 'roleViewer', may: 'roleViewerMay' },
};
