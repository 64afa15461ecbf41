// The licence texts of the packages that esbuild put into the bundle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Directories of packages that esbuild read, relative to where it ran. `metafiles`: of esbuild. */
export const bundledPackages = (metafiles) =>
  [
    ...new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).map((path) => PACKAGE.exec(path)?.[0]))),
  ].filter((path) => path !== undefined);

/** One text for all. Throws for a package that has no licence text. */
export const formatLicences = (root, packages) =>
  [...new Set(packages.map((path) => formatLicence(join(root, path))))]
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);

function formatLicence(directory) {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const texts = readdirSync(directory)
    .filter((file) => LICENCE.test(file))
    .map((file) => readFileSync(join(directory, file), 'utf8').trim());
  if (texts.length === 0) texts.push(licenceOfReadme(directory));
  if (texts.join('') === '') throw new Error(`${name} is bundled, but has no licence text`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** Some packages have their licence at the end of their readme alone. */
function licenceOfReadme(directory) {
  const file = ['readme.md', 'README.md', 'Readme.md'].find((name) => existsSync(join(directory, name)));
  if (file === undefined) return '';
  return (
    /^#+ *licen[cs]e.*\n([\s\S]{500,})$/im.exec(readFileSync(join(directory, file), 'utf8'))?.[1].trim() ?? ''
  );
}
