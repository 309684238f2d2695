import { imageProviderSuite } from '@komawari/testkit/suites/image-provider-suite';
import { startFakeA1111, type FakeA1111 } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';
import { a1111Provider } from './a1111-provider.ts';

const LOGIN = 'hana:lantern-oil-77';
const isWork = ({ method, path }: { method: string; path: string }) => method === 'POST' && /^\/sdapi\/v1\/(?:txt2img|img2img|extra-single-image)$/.test(path);
const quick = { pollMs: 10, stepsDefault: 4 };

for (const flavour of ['a1111', 'forge'] as const) {
  imageProviderSuite<typeof a1111Provider.settings._output, FakeA1111>(flavour, {
    kind: a1111Provider, isWork, own: ['empty', 'wrong-type', 'bomb'], slowStepMs: 75, resumes: 'nothing',
    startFake: (options) => startFakeA1111({ flavour, key: LOGIN, ...options }),
    endpoint: () => ({ secrets: { login: LOGIN }, settings: quick }),
    differs: { 'status 404': ['invalid'] },
    isAtWork: (fake) => fake.jobs.some(({ state }) => state === 'running'),
    wasTold: (fake) => fake.jobs.some(({ isInterrupted }) => isInterrupted),
  });
}
