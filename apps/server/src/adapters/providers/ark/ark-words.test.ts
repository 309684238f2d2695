import { textProviderSuite } from '@komawari/testkit/suites/text-provider-suite';
import { startFakeArk, type FakeArk } from '../../../../../../packages/testkit/fakes/providers/fake-ark.ts';
import { arkProvider } from './ark-provider.ts';
import type { ArkSettings } from './ark-settings.ts';

const FULL = { id: 'doubao-chat-full', name: 'Full', schema: true, thinks: true, sees: true };
const PLAIN = { id: 'doubao-chat-plain', name: 'Plain' };

textProviderSuite<ArkSettings, FakeArk>('ark', {
  kind: arkProvider, own: ['input-refused', 'output-refused', 'empty'], ownStreamed: ['stream-error'], slowStepMs: 25,
  isWork: ({ method, path }) => method === 'POST' && path === '/api/v3/chat/completions',
  startFake: (options) => startFakeArk(options),
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: fake.key }, settings: { textModels: [FULL, PLAIN] } }),
  tellsUsage: true, long: {}, thinks: {}, sees: {}, schema: {},
  codes: [
    { status: 400, code: 'InputTextSensitiveContentDetected', outcome: ['refused'] }, { status: 403, code: 'AccountOverdueError', outcome: ['exhausted'] },
    { status: 404, code: 'ModelNotOpen', outcome: ['no-model'] }, { status: 429, code: 'ModelAccountTpmRateLimitExceeded', outcome: ['busy'] }, { status: 429, code: 'QuotaExceeded', outcome: ['exhausted'] },
  ],
});
