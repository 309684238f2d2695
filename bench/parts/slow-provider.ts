/** A stand-in of OpenAI as slow as a fast one is, in a process of its own. `node slow-provider.ts JSON` */
import { startFakeOpenai } from '../../packages/testkit/fakes/providers/fake-openai.ts';

const { headMs, stepMs, words, answers } = JSON.parse(process.argv[2] ?? '') as { headMs: number; stepMs: number; words: string; answers: number };
const fake = await startFakeOpenai({ stepMs });
for (let i = 0; i < answers; i += 1) {
  fake.fault({ kind: 'slow', ms: headMs });
  fake.say(words);
}
console.log(`The provider is ready on port ${new URL(fake.url).port}`);
process.on('SIGTERM', () => void fake.close().then(() => process.exit(0)));
