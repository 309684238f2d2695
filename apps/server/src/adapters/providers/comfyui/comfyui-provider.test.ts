import { imageProviderSuite } from '@komawari/testkit/suites/image-provider-suite';
import { startFakeComfyui } from '../../../../../../packages/testkit/fakes/providers/fake-comfyui.ts';
import { comfyuiProvider } from './comfyui-provider.ts';

const isToldOf = (job: { isInterrupted: boolean; state: string }) => job.isInterrupted || job.state === 'cancelled';

imageProviderSuite('comfyui', {
  kind: comfyuiProvider, own: ['task-failed', 'empty', 'wrong-type', 'bomb', 'expired-address'], slowStepMs: 70, resumes: 'pictures',
  isWork: ({ method, path }) => method === 'POST' && path === '/prompt',
  startFake: ({ stepMs = 0 }) => startFakeComfyui({ stepMs }),
  endpoint: () => ({ settings: { pollMs: 10 } }),
  request: { steps: 4 },
  isAtWork: (fake) => fake.jobs().some(({ state }) => state === 'in_progress'),
  wasTold: (fake) => fake.jobs().some(isToldOf),
});
