/** What went wrong at a provider. The class and its facts are those that plug-ins are written against. */
export { PROVIDER_FAULTS, ProviderError, type ProviderErrorFacts, type ProviderFault } from '@komawari/plugin';
