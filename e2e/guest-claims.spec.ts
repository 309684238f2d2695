import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, sampleStory, type Journey } from './testing/journey.ts';

describe('a guest', () => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney({ isOwner: true, isLocalhost: true });
    await journey.call('PUT', '/site/accounts', { signUpMode: 'open' });
  });
  afterAll(() => journey?.close());

  test('makes a comic, signs up, and has it on every device', async () => {
    const { url } = journey;
    const { context, page } = await journey.openVisitor();
    const made = await context.request.post(`${url}/api/v1/comics`, { data: { text: sampleStory('lighthouse.en', 1200), options: { title: 'The lamp' }, scriptOnly: true }, headers: { origin: url } });
    const { id } = (await made.json()) as { id: string };
    await page.goto(`${url}/sign-up`);
    await page.getByText('What you made as a guest comes with you').waitFor();
    await page.locator('[name=name]').fill('Ren');
    await page.locator('[name=email]').fill('ren@example.test');
    await page.locator('[name=password]').fill('seven pale lanterns');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.waitForURL(`${url}/comics`);
    await page.getByText('The lamp').first().waitFor();
    await context.close();

    const { context: other, page: elsewhere } = await journey.openVisitor();
    await elsewhere.goto(`${url}/sign-in?next=${encodeURIComponent(`/comics/${id}`)}`);
    await elsewhere.locator('[name=email]').fill('ren@example.test');
    await elsewhere.locator('[name=password]').fill('seven pale lanterns');
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.waitForURL(`${url}/comics/${id}`);
    expect((await (await other.request.get(`${url}/api/v1/comics/${id}`)).json()) as { id: string }).toMatchObject({ id });
    await other.close();
    expect(journey.complaints).toEqual([]);
  });
});
