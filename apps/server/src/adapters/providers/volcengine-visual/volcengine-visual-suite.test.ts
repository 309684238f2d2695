import { imageProviderSuite } from '@komawari/testkit/suites/image-provider-suite';
import { startFakeVolcengineVisual, type FakeVolcengineVisual } from '../../../../../../packages/testkit/fakes/providers/fake-volcengine-visual.ts';
import type { VisualSettings } from './visual-settings.ts';
import { volcengineVisualProvider } from './volcengine-visual-provider.ts';

imageProviderSuite<VisualSettings, FakeVolcengineVisual>('volcengine visual', {
  kind: volcengineVisualProvider, own: ['input-refused', 'output-refused', 'task-failed', 'empty', 'wrong-type', 'bomb', 'expired-address'], slowStepMs: 120, resumes: 'pictures',
  isWork: ({ method, query }) => method === 'POST' && query.get('Action') === 'CVSync2AsyncSubmitTask',
  startFake: (options) => startFakeVolcengineVisual(options),
  endpoint: ({ account: { accessKey, secretKey } }) => ({ secrets: { accessKey, secretKey }, settings: { pollMs: 10 } }),
  isAtWork: (fake) => fake.tasks().length > 0,
  codes: [
    { status: 400, code: '50411', outcome: ['refused'] }, { status: 400, code: '50413', outcome: ['refused'] }, { status: 400, code: '50512', outcome: ['refused'] },
    { status: 429, code: '50429', outcome: ['busy'] }, { status: 429, code: '50430', outcome: ['busy'] }, { status: 500, code: '50501', outcome: ['down'] },
  ],
});
