export const words = { providers: 'Providers' } as const;
