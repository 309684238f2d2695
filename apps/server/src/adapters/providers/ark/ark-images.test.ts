import { imageProviderSuite } from '@komawari/testkit/suites/image-provider-suite';
import { startFakeArk, type FakeArk } from '../../../../../../packages/testkit/fakes/providers/fake-ark.ts';
import { arkProvider } from './ark-provider.ts';
import type { ArkSettings } from './ark-settings.ts';

imageProviderSuite<ArkSettings, FakeArk>('ark', {
  kind: arkProvider, model: 'doubao-seedream-4-0-250828', own: ['input-refused', 'output-refused', 'slot', 'empty', 'wrong-type', 'bomb', 'expired-address'], slowStepMs: 300,
  isWork: ({ method, path }) => method === 'POST' && path === '/api/v3/images/generations',
  startFake: (options) => startFakeArk(options),
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: fake.key } }),
  group: { count: 3 },
  codes: [
    { status: 400, code: 'InvalidEndpoint.ClosedEndpoint', outcome: ['no-model'] }, { status: 400, code: 'InvalidParameter.size', outcome: ['invalid'] },
    { status: 400, code: 'InputTextRiskDetection', outcome: ['refused'] }, { status: 400, code: 'InputImageSensitiveContentDetected.PrivacyInformation', outcome: ['refused'] },
    { status: 403, code: 'AccountOverdueError', outcome: ['exhausted'] }, { status: 403, code: 'OperationDenied.ServiceNotOpen', outcome: ['denied'] },
    { status: 404, code: 'ModelNotOpen', outcome: ['no-model'] }, { status: 404, code: 'InvalidEndpointOrModel.ModelIDAccessDisabled', outcome: ['no-model'] },
    { status: 429, code: 'ModelAccountIpmRateLimitExceeded', outcome: ['busy'] }, { status: 429, code: 'ServerOverloaded', outcome: ['busy'] },
    { status: 429, code: 'QuotaExceeded', outcome: ['exhausted'] }, { status: 429, code: 'SetLimitExceeded', outcome: ['exhausted'] },
    { status: 500, code: 'InternalServiceError', outcome: ['down'] },
  ],
});
