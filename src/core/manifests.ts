// The files that declare what a project depends on, and the names of the dependencies that they declare. Only
// names: a bump is no addition. Read line by line where that is how the format is written in practice; a
// manifest that cannot be read has none.

type Reader = (text: string) => string[];

/** By the file's name, in which `*` stands for any part of it. */
const READERS: Readonly<Record<string, Reader>> = {
  'package.json': (text) =>
    jsonKeys(text, ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies']),
  'composer.json': (text) => jsonKeys(text, ['require', 'require-dev']),
  'requirements*.txt': (text) => matches(text, /^[ \t]*([A-Za-z0-9][\w.-]*)/gm),
  'pyproject.toml': (text) => pyprojectNames(text),
  'Cargo.toml': (text) => tomlKeys(text, /(?:^|\.)(?:dev-|build-)?dependencies(?:\.([\w-]+))?$/),
  'go.mod': (text) =>
    matches(text, /^(?:require)?[ \t]+([\w.~-]+(?:\/[\w.~-]+)+)[ \t]+v\d(?!.*\/\/ indirect)/gm),
  Gemfile: (text) => rubyNames(text),
  'gems.rb': (text) => rubyNames(text),
  'pom.xml': (text) => matches(dependencyBlocks(text), /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/g),
};

const OTHERS = `deno.json deno.jsonc requirements*.in Pipfile environment.yml environment.yaml build.gradle
  build.gradle.kts libs.versions.toml pubspec.yaml Package.swift Podfile mix.exs vcpkg.json conanfile.txt conanfile.py
  rebar.config stack.yaml Project.toml *.gemspec *.csproj *.fsproj *.vbproj *.cabal`.split(/\s+/);

const expression = (names: readonly string[]): RegExp =>
  new RegExp(
    `^(?:${names.map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[\\w.-]{0,80}')).join('|')})$`,
  );

const NAMES = [...Object.keys(READERS), ...OTHERS];
/** Of a file's name, without its directories. */
const MANIFEST = expression(NAMES);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

// A commit may have thousands of files, and the expression has as many branches as there are names.
const ENDINGS = new Set(NAMES.map(endingOf));

export const isManifest = (path: string): boolean =>
  ENDINGS.has(endingOf(nameOf(path))) && MANIFEST.test(nameOf(path));

/** Globs of the manifests of which we know how they declare dependencies. */
export const READ_MANIFESTS: readonly string[] = Object.keys(READERS).map((name) => `**/${name}`);

export const declaresDependencies = (path: string): boolean => readerOf(path) !== undefined;

/** Names in the manifest after that no version before has, in order. `befores`: of a merge one a parent. */
export function addedDependencies(path: string, befores: readonly string[], after: string): string[] {
  const read = readerOf(path);
  if (read === undefined) return [];
  const known = new Set(befores.flatMap(read).map(foldName));
  return [...new Set(read(after))].filter((name) => !known.has(foldName(name)));
}

const KINDS = Object.entries(READERS).map(([name, read]) => [expression([name]), read] as const);

const readerOf = (path: string): Reader | undefined =>
  isManifest(path) ? KINDS.find(([pattern]) => pattern.test(nameOf(path)))?.[1] : undefined;

// PEP 503: `Foo_Bar` and `foo-bar` are one package; nobody else has two names that differ only so.
const foldName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

function jsonKeys(text: string, fields: readonly string[]): string[] {
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof manifest !== 'object' || manifest === null) return [];
    const field = (name: string): unknown => (manifest as Record<string, unknown>)[name];
    return fields.flatMap((name) => Object.keys(field(name) ?? {}));
  } catch {
    return [];
  }
}

type TomlLine = { readonly section: string; readonly text: string };

function* tomlLines(text: string): Generator<TomlLine> {
  let section = '';
  for (const line of text.split(/\r\n|\n|\r/)) {
    const header = /^\s*\[+([^\][]+)\]+/.exec(line);
    if (header !== null) section = (header[1] ?? '').replace(/["'\s]/g, '');
    yield { section, text: header === null ? line : '' };
  }
}

// `[dependencies]` with a key a line, or `[dependencies.name]`.
function tomlKeys(text: string, sections: RegExp): string[] {
  const names: string[] = [];
  for (const { section, text: line } of tomlLines(text)) {
    const match = sections.exec(section);
    if (match?.[1] !== undefined) names.push(match[1]);
    else if (match !== null) names.push(...matches(line, /^\s*["']?([\w.-]+?)["']?(?:\.\w+)?\s*=/g));
  }
  return names;
}

// PEP 621 lists (`dependencies = ["a>=1", …]`, also under optional-dependencies and dependency-groups), and
// Poetry's tables.
function pyprojectNames(text: string): string[] {
  const names = tomlKeys(text, /^tool\.poetry\.(?:group\.[\w-]+\.)?(?:dev-)?dependencies$/);
  let isInList = false;
  for (const { section, text: line } of tomlLines(text)) {
    const isGroup = /^(?:project\.optional-dependencies|dependency-groups)$/.test(section);
    const opens = isGroup
      ? /=\s*\[/.test(line)
      : section === 'project' && /^\s*dependencies\s*=\s*\[/.test(line);
    isInList ||= opens;
    if (isInList)
      names.push(...matches(line, /["']\s*([A-Za-z0-9][\w.-]*)(?![\w.-])(?:\[[^\]]*\])?[^"']*["']/g));
    if (isInList && /\][\s,]*(?:#.*)?$/s.test(line)) isInList = false;
  }
  return names.filter((name) => name !== 'python');
}

const rubyNames = (text: string): string[] =>
  matches(text, /^[ \t]*gem[ \t]*(?:\([ \t]*)?['"]([^'"]+)['"]/gm);

const dependencyBlocks = (text: string): string =>
  matches(text, /<dependency>((?:(?!<dependency>)[\s\S])*?)<\/dependency>/g).join('\n');
