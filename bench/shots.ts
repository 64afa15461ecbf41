// Screenshots of a page at three widths, light and dark, and on paper: `npm run shots -- [FOLDER
// [REPOSITORY]]`. Without a repository one is made, whose page is what README shows.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, openBrowser } from '../test/helpers/browser.ts';
import { CLI } from '../test/helpers/project.ts';
import { openRepository } from '../test/helpers/repository.ts';
import { createShownProject } from '../test/helpers/shown.ts';

const WIDTHS = [1200, 768, 360] as const;
const SCHEMES = ['light', 'dark'] as const;

const [folder = 'shots', given] = process.argv.slice(2);
const out = resolve(folder);
mkdirSync(out, { recursive: true });
if (findBrowser() === null) throw new Error('no Chromium found: apt-get install chromium, or set CHROMIUM');
const repository = given === undefined ? createShownProject() : openRepository(resolve(given));
const page = join(out, 'page.html');
const { status, stderr } = repository.run('node', [CLI, 'page', '--out', page]);
if (status !== 0) throw new Error(stderr);
const browser = await openBrowser();
for (const colorScheme of SCHEMES)
  for (const width of WIDTHS) {
    const tab = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    await tab.goto(pathToFileURL(page).href);
    const path = join(out, `${width}-${colorScheme}.png`);
    await tab.screenshot({ path, fullPage: given === undefined });
    console.log(path);
    await tab.close();
  }
// What README shows: the top of the page.
if (given === undefined)
  for (const colorScheme of SCHEMES) {
    const tab = await browser.newPage({ colorScheme, viewport: { width: 880, height: 760 } });
    await tab.goto(pathToFileURL(page).href);
    const path = join(out, `page-${colorScheme}.png`);
    await tab.screenshot({ path });
    console.log(path);
    await tab.close();
  }
const tab = await browser.newPage();
await tab.goto(pathToFileURL(page).href);
await tab.pdf({ path: join(out, 'page.pdf'), format: 'A4' });
console.log(join(out, 'page.pdf'));
await browser.close();
if (given === undefined) repository.remove();
