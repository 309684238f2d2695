export { fakeEngine, type FakeEngineOptions } from '../fakes/fake-engine.ts';
export { eventually } from './eventually.ts';
export { heldClock, type HeldClock } from './held-clock.ts';
export { testConfig } from './test-config.ts';
export { cloneTestDatabase, startTestServer, stopOwnTestServer, withDatabase, type TestDatabase } from './test-postgres.ts';
export { bootServer, FROM_AFAR, type Account, type BootedServer, type CallOptions, type Reply } from './test-server.ts';
