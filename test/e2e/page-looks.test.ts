// The page in a real browser: hostile text stays text, anybody can use it, it fits narrow screens and paper.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findBrowser, openBrowser } from '../helpers/browser.ts';
import { CLI, code } from '../helpers/project.ts';
import type { TestRepository } from '../helpers/repository.ts';
import { createShownProject } from '../helpers/shown.ts';

const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked = 1">',
  "'><svg onload=window.hacked=1>",
  '</style><script>window.hacked = 1</script>',
  '[x](javascript:window.hacked=1)',
  '<a href="javascript:window.hacked=1">x</a>',
  '<!-- <details open ontoggle=window.hacked=1> -->',
  '&lt;script&gt;',
  '\u202Egnirts',
];
const LONG = 'x'.repeat(300);

function createHostileProject(): TestRepository {
  const repository = createShownProject();
  const list = HOSTILE.map((text) => `- ${text}\n`).join('');
  const entries = HOSTILE.map(
    (text, at) =>
      `## Decision ${at + 10}: ${text}\n\n**Chosen:** ${text}\n**Rationale:** ${text}\n**Affects:** ${text}\n**Guard:** forbid import ${LONG.slice(0, 60)}${at}\n\n`,
  );
  repository.write('docs/decisions.md', `${repository.read('docs/decisions.md')}${entries.join('')}`);
  repository.write(
    'SESSION_CONTEXT.md',
    repository
      .read('SESSION_CONTEXT.md')
      .replace(
        /(?<=## (?:What's Next|Current Blockers|Known Gotchas|What NOT to do)\n\n)/g,
        `${list}- ${LONG}\n`,
      ),
  );
  for (const [at, text] of HOSTILE.entries())
    repository.commit(
      `feat: ${text}\n\nDecision-Waiver: ${text}`,
      { [`src/h${at}.ts`]: code(`h${at}`) },
      { HANDOFF: '0' },
    );
  repository.commit(`feat: ${LONG}`, { 'src/long.ts': code('long') }, { HANDOFF: '0' });
  return repository;
}

type Scene = { readonly browser: Browser; readonly url: string };
let scene: Scene | null = null;
let project: TestRepository | null = null;

async function open(): Promise<Scene> {
  if (scene !== null) return scene;
  project = createHostileProject();
  const { status, stderr } = project.run('node', [CLI, 'page']);
  assert.is(status, 0, stderr);
  scene = { browser: await openBrowser(), url: pathToFileURL(join(project.dir, 'handoff.html')).href };
  return scene;
}

type Looks = { readonly width?: number; readonly colorScheme?: 'light' | 'dark' };

async function withPage({ width = 1200, colorScheme = 'light' }: Looks, look: (page: Page) => Promise<void>) {
  const { browser, url } = await open();
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
  try {
    await page.goto(url);
    await look(page);
  } finally {
    await page.close();
  }
}

const looked = (title: string, looks: Looks, look: (page: Page) => Promise<void>): void =>
  test(title, () => withPage(looks, look));

if (findBrowser() === null) console.log('skipped: no Chromium here, and the page is looked at in one');
else {
  looked('hostile text is shown as it is written, and nothing of it runs', {}, async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', (dialog) => assert.unreachable(dialog.message()));
    await page.reload();
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.is(await page.evaluate('window.hacked'), undefined);
    assert.is(await page.locator('script, img, iframe, object, embed, form, main svg svg').count(), 0);
    assert.is(await page.locator('[onload], [onerror], [ontoggle], a[href^="javascript"]').count(), 0);
    const text = await page.locator('main').innerText();
    for (const hostile of HOSTILE.slice(0, 4)) assert.ok(text.includes(hostile), hostile);
    assert.equal(
      requests.map((url) => new URL(url).protocol),
      ['file:'],
    );
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1200, 360])
      looked(`axe finds nothing in ${colorScheme} at ${width}`, { colorScheme, width }, async (page) => {
        await page.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        await page.evaluate(axe);
        const found = await page.evaluate<string[]>(
          'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
        );
        assert.equal(found, []);
      });

  for (const width of [320, 360, 768, 1200])
    looked(`it fits a screen of ${width} without scrolling aside`, { width }, async (page) => {
      const [scroll, client] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      assert.ok(scroll <= client, `${scroll} > ${client}`);
    });

  looked('a keyboard reaches all of it: first the content, then what folds', {}, async (page) => {
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.keyboard.press('Tab');
    assert.is(await focused(), 'Skip to the content');
    assert.ok(await page.locator('.skip').isVisible());
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#main$/);
    const folded = page.locator('details:not([open]) > summary').first();
    const name = await folded.innerText();
    for (let presses = 0; presses < 200 && (await focused()) !== name; presses++)
      await page.keyboard.press('Tab');
    assert.is(await focused(), name);
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    assert.is(outline, 'solid');
    const count = await page.locator('details[open]').count();
    await page.keyboard.press('Enter');
    assert.is(await page.locator('details[open]').count(), count + 1);
  });

  looked('its links inside lead somewhere, and its headings are in order', {}, async (page) => {
    const targets = await page
      .locator('a[href^="#"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    assert.ok(targets.length > 5);
    for (const target of new Set(targets))
      assert.is(await page.locator(`[id="${target?.slice(1)}"]`).count(), 1, `${target}`);
    const levels = await page
      .locator('h1, h2, h3')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
    assert.is(levels[0], 1);
    assert.ok(levels.every((level, at) => at === 0 || level - (levels[at - 1] ?? 0) <= 1));
  });

  looked('paper has the commits of all weeks, and no navigation', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.not.ok(await page.locator('nav').isVisible());
    const last = page.locator('.log').last().locator('li').last();
    const height = await last.evaluate((one) => one.getBoundingClientRect().height);
    assert.ok(height > 5, String(height));
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
  });

  test('a page of 1,000 commits stays below 300 kB', () => {
    const repository = createShownProject();
    const lines = Array.from({ length: 1000 }, (_, at) => {
      const message = `feat(part${at % 7}): a change of ordinary length, number ${at}\n\nWhy it was made, in a line.\n`;
      return `commit refs/heads/main\ncommitter A <a@b> ${1772000000 + at * 20_000} +0000\ndata ${message.length}\n${message}${at === 0 ? 'from refs/heads/main^0\n' : ''}M 100644 inline src/p${at % 50}.ts\ndata ${String(at).length + 10}\nexport ${at}\n\n\n\n`;
    });
    repository.write(
      '.git/import',
      lines
        .join('')
        .replace(
          /data (\d+)\nexport (\d+)\n\n\n\n/g,
          (_, __, at) => `data ${8 + at.length}\nexport ${at}\n\n`,
        ),
    );
    const imported = repository.run('sh', [
      '-c',
      'git fast-import --quiet --force <.git/import && git reset -q --hard',
    ]);
    assert.is(imported.status, 0, imported.stderr);
    const log = repository.git('log', '--format=- %s, with a few more words to it (`%h`)');
    const decisions = Array.from(
      { length: 300 },
      (_, at) =>
        `## Decision ${at + 3}: Number ${at}\n\n**Chosen:** ${'what was chosen '.repeat(20)}\n**Rationale:** ${'why it was '.repeat(30)}\n\n`,
    );
    repository.commit('docs: record', {
      'SESSION_CONTEXT.md': `${repository.read('SESSION_CONTEXT.md')}\n### 2026-03-01\n\n${log}\n`,
      'docs/decisions.md': `${repository.read('docs/decisions.md')}${decisions.join('')}`,
    });
    // A line of a file that has a draft in it is not published.
    repository.git('checkout', '--quiet', '--', 'SESSION_CONTEXT.md');
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    const { stdout } = repository.run('node', [CLI, 'page', '--out', '-']);
    assert.match(stdout, 'number 999');
    assert.match(stdout, /">recorded<\/a>/);
    assert.ok(Buffer.byteLength(stdout) < 300_000, `${Buffer.byteLength(stdout)}`);
    repository.remove();
  });

  test.after(async () => {
    await scene?.browser.close();
    project?.remove();
  });
}

test.run();
