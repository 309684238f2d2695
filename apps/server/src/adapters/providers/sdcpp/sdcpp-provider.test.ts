import { imageProviderSuite } from '@komawari/testkit/suites/image-provider-suite';
import { startFakeSdcpp } from '../../../../../../packages/testkit/fakes/providers/fake-sdcpp.ts';
import { sdcppProvider } from './sdcpp-provider.ts';

imageProviderSuite('sdcpp', {
  kind: sdcppProvider, own: ['empty', 'wrong-type', 'bomb', 'task-failed', 'expired-address'], slowStepMs: 15, resumes: 'pictures',
  isWork: ({ method, path }) => method === 'POST' && path === '/sdcpp/v1/img_gen',
  startFake: (options) => startFakeSdcpp(options),
  endpoint: () => ({ settings: { pollMs: 10 } }),
  isAtWork: (fake) => fake.jobs().length > 0,
  // What runs cannot be stopped; that it was asked to is what counts.
  wasTold: (fake) => fake.asked.some(({ path }) => path.endsWith('/cancel')),
});
