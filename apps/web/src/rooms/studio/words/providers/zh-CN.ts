import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-providers'> = { providers: '服务商' };
