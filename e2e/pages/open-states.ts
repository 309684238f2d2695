/** What opens over a page: menus, sheets and dialogs, by keys and class names that are the same in every language. */
import type { Page } from 'playwright-core';
import type { PageOfSite, Site } from './site.ts';

const POPUPS = 'dialog[open], [role=dialog], [role=alertdialog], [role=menu], .popup';

export type OpenState = PageOfSite & { open(page: Page): Promise<void> };

export function openStatesOf(site: Site): OpenState[] {
  const comic = `/comics/${site.comics.en}`;
  const state = (name: string, path: string, open: OpenState['open']): OpenState => ({ name, path, who: 'owner', open });
  return [
    state('palette', '/', press('Control+k')),
    state('shortcuts', '/you', press('?')),
    state('look-menu', '/comics', click('.rail-tools [aria-haspopup=menu]')),
    state('shelf-menu', '/comics', click('.shelf-book [aria-haspopup=menu]')),
    state('comic-menu', comic, click('.comic-bar-end [aria-haspopup=menu]')),
    state('versions', comic, async (page) => {
      await click('.comic-bar-end [aria-haspopup=menu]')(page);
      await page.locator('[role=menuitem]').first().click();
      await page.locator('[role=dialog]').waitFor();
    }),
    state('versions-compared', `/comics/${site.comics.script}?versions=all`, async (page) => {
      await click('.version-acts .button.quiet')(page);
      await page.locator('[role=dialog]  .diff').waitFor();
    }),
    state('version-gone', `${comic}?versions=version_${'0'.repeat(26)}`, (page) => page.locator('[role=dialog] .state').waitFor()),
    state('reader-keys', `${comic}/read?page=3`, async (page) => {
      await page.keyboard.press('?');
      await page.locator('.r-keys[open]').waitFor();
    }),
    state('share', comic, click('.downloads-head button')),
    state('script-place', `${comic}/script`, click('.script-place')),
    state('script-time', `${comic}/script`, click('.script-see')),
    state('cast-menu', `${comic}/cast`, click('.cast-card [aria-haspopup=menu]')),
    state('cast-place', `${comic}/cast?show=places`, click('.cast-tools button')),
    state('studio-recall', `/studio/pictures/${site.pictures.drawn}`, async (page) => {
      await page.locator('.recall-choice').last().click();
      await page.locator('.recall-preview').waitFor();
    }),
    state('studio-room', '/studio', click('.own-room summary', false)),
    state('keeping-plan', '/admin/keeping', async (page) => {
      await click('.keeping-plan button', false)(page);
      await page.locator('.keeping-sum').waitFor();
    }),
    state('studio-lists', '/studio', click('.craft > .asked-act button')),
    state('studio-templates', '/studio', async (page) => {
      await page.locator('.craft > .asked-act button').nth(1).click();
      await page.locator('.template button').first().click();
      await page.locator('.template-change').waitFor();
    }),
    state('studio-styles', '/studio', async (page) => {
      const fold = page.locator('.form-fold');
      if (await fold.isVisible()) await fold.click();
      await page.locator('#studio-rest .fold > summary').first().click();
      await page.locator('.fold-body .asked-act button').click();
      await page.locator('[role=dialog] .list-name').first().click();
    }),
    state('studio-picked', '/studio', async (page) => {
      await page.locator('.history-acts button').last().click();
      for (const index of [0, 1, 2]) await page.locator('.wall-pick').nth(index).click();
    }),
    state('studio-to-board', '/studio', async (page) => {
      await page.locator('.history-acts button').last().click();
      await page.locator('.wall-pick').first().click();
      await page.locator('.picked-acts').first().locator('button').nth(2).click();
      await page.locator('.picked-labels').waitFor();
    }),
    state('studio-canvas', '/studio', async (page) => {
      await page.locator('.studio-form').waitFor();
      if (await page.locator('.form-fold').isVisible()) await page.locator('.form-fold').click();
      await page.locator('.tray input[type=file]').first().setInputFiles('docs/pictures/app/cast-person.webp');
      await page.locator('.inputs .segment').nth(2).click();
      await page.locator('.canvas-ratio').nth(6).click();
      await page.locator('.canvas-label').scrollIntoViewIfNeeded();
    }),
    state('studio-mask', '/studio', async (page) => {
      await page.locator('.studio-form').waitFor();
      if (await page.locator('.form-fold').isVisible()) await page.locator('.form-fold').click();
      await page.locator('.tray input[type=file]').first().setInputFiles('docs/pictures/app/cast-person.webp');
      await page.locator('.inputs .segment').nth(1).click();
      await page.locator('.tray').nth(1).locator('.tray-add').click();
      const box = await page.locator('.mask-sheet').boundingBox();
      if (!box) throw new Error('the picture is not there');
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 6 });
      await page.mouse.up();
    }),
    state('studio-queue-picked', '/studio/queue', click('.queue-part-head .button', false)),
    state('studio-queue-all', '/studio/queue', async (page) => {
      await page.locator('.queue-head .segment').nth(1).click();
      await page.locator('.queue-providers').waitFor();
    }),
    state('time-zone', '/settings/profile', click('.field-press')),
    state('person', '/admin/users', click('.person')),
    state('make-user', '/admin/users', click('.people-tools button')),
    state('invite', '/admin/users?view=invitations', click('.state-acts button')),
    state('provider-choice', '/admin/providers', click('.field-press')),
    state('home-host-add', '/admin/providers', click('.hosts-head button', false)),
    state('home-host-token', '/admin/providers', async (page) => {
      await click('.host-acts button')(page);
      await page.locator('[role=alertdialog] .button.danger').click();
      await page.locator('.host-token').waitFor();
    }),
    state('provider-settings', '/admin/providers/new?kind=ark', click('.prov-more > summary', false)),
    state('provider-budget', '/admin/providers', click('section[aria-labelledby=prov-budgets] button')),
    state('provider-price', `/admin/providers/${site.providerId}`, click('.prov-price button')),
    state('provider-endpoint', `/admin/providers/${site.providerId}`, click('#prov-endpoints ~ p button')),
    state('provider-remove', `/admin/providers/${site.providerId}`, click('.button.danger')),
    state('make-key', '/settings/keys', click('.none-yet-words button', false)),
    state('delete-account', '/settings/data', click('.button.danger', false)),
  ];
}

function press(keys: string) {
  return async (page: Page): Promise<void> => {
    await page.keyboard.press(keys);
    await page.locator(POPUPS).filter({ visible: true }).first().waitFor();
  };
}

/** Some things open in their place, others over the page. */
function click(selector: string, isPopup = true) {
  return async (page: Page): Promise<void> => {
    await page.locator(selector).filter({ visible: true }).first().click();
    if (isPopup) await page.locator(POPUPS).filter({ visible: true }).first().waitFor();
  };
}
