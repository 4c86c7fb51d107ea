// The walk that everything else serves: home, a search, an article, an anniversary, its unit, and
// all the way back, each place as it was left. Once with a thumb, once without a mouse.

import assert from 'node:assert/strict';
import { drawn, journey, useBrowser, DESK, PHONE } from './harness.mjs';
import { article, manifest } from './archive.mjs';

useBrowser();

const { title: archive } = await manifest();
const { title } = await article('000');
const ANNIVERSARY = /dân vận của Đảng/i;
const UNIT = /Sông Lô/;
/** How far a restored scroll may be off, in pixels. */
const NEAR = 40;

const main = (page) => page.getByRole('main');
const heading = (page, name) => main(page).getByRole('heading', { level: 1, name });
const scrolled = (page) => page.evaluate(() => window.scrollY);

/** Scrolls as far as a reader might. */
async function readOn(page) {
  await page.evaluate(() => window.scrollTo(0, 400));
  await page.waitForTimeout(200);
}

/** Follows a link and tells how far down the page stood at that moment. */
async function follow(page, go) {
  await page.evaluate(() => {
    window.addEventListener('click', () => { window.journeyLeft = window.scrollY; }, { capture: true, once: true });
  });
  await go();
  return page.evaluate(() => window.journeyLeft);
}

/** Back, and the place stands as it was left. */
async function back(page, landmark, top) {
  await page.goBack();
  await landmark.waitFor();
  await drawn(page);
  await page.waitForFunction(([top, near]) => Math.abs(window.scrollY - top) <= near, [top, NEAR]);
}

journey('home, search, article, anniversary, unit and back, by touch', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/');
  await page.getByRole('banner').getByText(archive).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Tìm', exact: true }).tap();
  const box = main(page).getByRole('combobox');
  await box.tap();
  await box.pressSequentially('huyen uy', { delay: 30 });
  const result = main(page).getByRole('link', { name: title });
  await result.first().waitFor();
  await readOn(page);
  const inResults = await follow(page, () => result.first().tap());
  await heading(page, title).waitFor();
  const day = main(page).getByRole('link', { name: ANNIVERSARY }).first();
  const inArticle = await follow(page, () => day.tap());
  await heading(page, ANNIVERSARY).waitFor();
  const unit = main(page).getByRole('link', { name: UNIT }).and(page.locator('[href*="#/don-vi/"]')).first();
  const inAnniversary = await follow(page, () => unit.tap());
  await heading(page, UNIT).waitFor();
  assert.ok((await scrolled(page)) <= NEAR, 'a new page begins at its top');
  await back(page, heading(page, ANNIVERSARY), inAnniversary);
  await back(page, heading(page, title), inArticle);
  await back(page, result.first(), inResults);
  assert.equal(await main(page).getByRole('combobox').inputValue(), 'huyen uy');
});

/** Presses Tab until the focus is on what a person is looking for. */
async function tabTo(page, wanted, what) {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await wanted.evaluateAll((all) => all.includes(document.activeElement));
    if (there) return seesFocus(page);
  }
  return assert.fail(`Tab never reaches ${what}`);
}

/** Focus must be seen: an outline, a shadow or another border. */
async function seesFocus(page) {
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  });
  assert.ok(outline, 'the focus is invisible');
}

journey('home, search, article, anniversary, unit and back, by keyboard alone', { size: DESK }, async ({ page, open }) => {
  await open('#/');
  await page.keyboard.press('Tab');
  await seesFocus(page);
  await page.keyboard.press('/');
  await page.keyboard.type('huyen uy', { delay: 30 });
  const result = main(page).getByRole('link', { name: title });
  await result.first().waitFor();
  await tabTo(page, result, 'the result');
  await page.keyboard.press('Enter');
  await heading(page, title).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  const day = main(page).getByRole('link', { name: ANNIVERSARY });
  await tabTo(page, day, 'the anniversary');
  const inArticle = await follow(page, () => page.keyboard.press('Enter'));
  await heading(page, ANNIVERSARY).waitFor();
  const unit = main(page).getByRole('link', { name: UNIT }).and(page.locator('[href*="#/don-vi/"]'));
  await tabTo(page, unit, 'the unit');
  const inAnniversary = await follow(page, () => page.keyboard.press('Enter'));
  await heading(page, UNIT).waitFor();
  await back(page, heading(page, ANNIVERSARY), inAnniversary);
  await back(page, heading(page, title), inArticle);
  await page.goBack();
  await result.first().waitFor();
  const boxes = page.getByRole('combobox');
  assert.ok((await boxes.evaluateAll((all) => all.map((box) => box.value))).includes('huyen uy'));
});

journey('the skip link leads past the bars', { size: DESK }, async ({ page, open }) => {
  await open('#/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Đến nội dung chính' });
  assert.ok(await skip.evaluate((link) => link === document.activeElement), 'the first stop is the skip link');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.querySelector('main').contains(document.activeElement));
  assert.ok(inMain, 'the next stop is inside the content');
});
