// What a path is, by its name alone: what a person sees who scrolls through a commit's file list.
import { isPresetPath } from '../gate/presets.ts';

export type FileKind =
  | 'code'
  | 'test'
  | 'style'
  | 'agent'
  | 'doc'
  | 'plan'
  | 'schema'
  | 'deployment'
  | 'ci'
  | 'manifest'
  | 'config'
  | 'data'
  | 'asset'
  | 'lock'
  | 'generated'
  | 'vendored'
  | 'other';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const CODE = words(`
  c h cc cpp cxx hh hpp hxx m mm cs fs vb java kt kts scala groovy clj cljs go rs zig nim d swift dart py pyx rb php
  pl pm lua r jl ex exs erl hrl hs elm ml mli js mjs cjs jsx ts mts cts tsx vue svelte astro html htm ejs hbs pug
  liquid twig jinja j2 sh bash zsh fish ps1 psm1 bat cmd sql gd gdshader glsl hlsl wgsl vert frag shader sol move asm s
  f90 f95 pas ino v sv vhd ipynb rmd qmd lisp scm rkt el vim nix coffee razor cshtml blade xaml`);
const STYLE = words('css scss sass less styl pcss');
const DOC = words('md mdx markdown rst adoc asciidoc txt org tex bib docx odt rtf');
const DATA = words(`
  json jsonl ndjson csv tsv parquet feather arrow xml geojson sqlite sqlite3 db log dump npz npy pkl pickle h5 hdf5 xlsx
  xls po pot arb strings resx properties tscn tres unity prefab pbxproj storyboard xib meta mat anim rdf ttl ics dat`);
const ASSET = words(`
  png jpg jpeg gif webp avif bmp ico icns svg psd ai fig sketch ttf otf woff woff2 eot mp3 wav ogg flac m4a mp4 webm mov
  avi pdf eps zip gz tgz bz2 xz 7z rar tar jar war apk aab ipa dmg msi exe dll so dylib a lib o obj wasm bin iso glb gltf
  fbx blend onnx pt pth safetensors gguf class pyc`);
const CONFIG = words('toml yaml yml ini cfg conf env plist editorconfig json5 jsonc kdl pro');

const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|go\.(?:sum|work\.sum)|gradle\.lockfile|packages\.lock\.json|\.terraform\.lock\.hcl|[^/]{1,100}\.lock)$/;
const VENDORED =
  /(?:^|\/)(?:node_modules|vendor|vendors|third[_-]party|externals?|bower_components|Pods|site-packages|\.?venv|\.yarn|wwwroot\/lib)\/|(?:^|\/)(?:jquery|bootstrap|lodash|three|d3|font-?awesome|chart|moment)[\d.-]{0,12}\.(?:js|css)$/;
const GENERATED =
  /(?:^|\/)(?:dist|build|out|target|coverage|generated|__generated__|__snapshots__|__pycache__|\.next|\.nuxt|\.svelte-kit|\.turbo|\.hypothesis|\.pytest_cache|\.gradle|DerivedData|storybook-static)\/|\.(?:min\.(?:js|css|mjs)|bundle\.js|map|snap|tsbuildinfo|g\.dart|freezed\.dart|designer\.cs|pb\.go|pb\.(?:cc|h))$|_pb2(?:_grpc)?\.pyi?$|[._](?:gen|generated)\.[a-z]{1,5}$|(?:^|\/)(?:next-env\.d\.ts|database\.types\.ts)$/;
const CI =
  /^(?:\.github\/(?:workflows|actions)\/|\.circleci\/|\.gitlab\/|\.buildkite\/)|(?:^|\/)(?:\.gitlab-ci\.yml|\.travis\.yml|Jenkinsfile|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|\.pre-commit-config\.yaml|dependabot\.yml|renovate\.json5?|codecov\.yml)$/;
const MANIFEST =
  /(?:^|\/)(?:package\.json|deno\.jsonc?|pyproject\.toml|requirements[\w.-]{0,40}\.(?:txt|in)|Pipfile|environment\.ya?ml|Cargo\.toml|go\.mod|Gemfile|[^/]{1,80}\.gemspec|composer\.json|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|pubspec\.yaml|Package\.swift|Podfile|mix\.exs|[^/]{1,80}\.(?:cs|fs|vb)proj|vcpkg\.json|conanfile\.(?:txt|py)|rebar\.config|[^/]{1,80}\.cabal|stack\.yaml|Project\.toml)$/;
const TEST_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|e2e|cypress|testing|testdata|fixtures?|mocks|benches|spec(?=\/.*\.rb$))\//i;
const TEST_NAME =
  /(?:^|\/)(?:tests?[_-][^/]{1,100}|conftest)\.\w{1,5}$|[._-](?:tests?|spec|e2e|stories|cy)\.\w{1,5}$|[a-z0-9](?:Tests?|Spec|IT)\.(?:java|kt|cs|swift|scala|php)$/;
// Prompts, skills and commands are what a coding agent runs: they are code that happens to be prose.
const AGENT =
  /(?:^|\/)\.?(?:skills|commands|agents|subagents|prompts|personas|roles(?=\/.*\.md$))\/(?:[^/]{1,100}\/){0,4}[^/]{1,100}\.(?:md|mdc|txt|toml|ya?ml|json)$/i;
const PLAN =
  /(?:^|\/)(?:plans?|specs?|rfcs?|proposals?|designs?|adrs?|decisions|architecture|\.planning|prds?)\/|(?:^|[/_.-])(?:plan|spec|rfc|prd|design|proposal|requirements|architecture|blueprint|methodology|decision|roadmap)s?(?=[_.-]|$)/i;
const DATA_FOLDER =
  /(?:^|\/)(?:data|datasets?|logs?|locales?|i18n|translations|lang|results|outputs?|backups?|samples?|seeds?|content|\.dvc|\.harness\/state)\//i;
const CONFIG_NAME =
  /(?:^|\/)(?:\.[^/]{1,60}|[\w.-]{1,60}\.config\.\w{1,4}|tsconfig[\w.-]{0,40}\.json|Makefile|CMakeLists\.txt|justfile|Taskfile\.ya?ml|settings\.json|config\.json|mcp\.json|components\.json|capacitor\.config\.\w+|manifest\.json|app\.json|turbo\.json|nx\.json|biome\.jsonc?|tasks\.json|launch\.json|CODEOWNERS)$/;

// The first that fits says what a path is.
const BY_PATH: readonly (readonly [FileKind, RegExp])[] = [
  ['lock', LOCK],
  ['vendored', VENDORED],
  ['generated', GENERATED],
  ['ci', CI],
  ['manifest', MANIFEST],
];

/** A path is relative to the top level, with slashes. */
export function kindOf(path: string): FileKind {
  const byPath = BY_PATH.find(([, pattern]) => pattern.test(path))?.[0];
  if (byPath !== undefined) return byPath;
  const extension = /\.([A-Za-z0-9]{1,12})$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (ASSET.has(extension)) return 'asset';
  if (isSchema(path)) return 'schema';
  if (isPresetPath('infrastructure', path)) return 'deployment';
  return DOC.has(extension) ? kindOfDocument(path, extension) : kindOfOther(path, extension);
}

const isSchema = (path: string): boolean =>
  isPresetPath('schema', path) || isPresetPath('migrations', path) || isPresetPath('protocols', path);

function kindOfDocument(path: string, extension: string): FileKind {
  if (AGENT.test(path)) return 'agent';
  if (extension === 'txt' && DATA_FOLDER.test(path)) return 'data';
  if (TEST_FOLDER.test(path) || DATA_FOLDER.test(path)) return extension === 'txt' ? 'data' : 'doc';
  return PLAN.test(path) ? 'plan' : 'doc';
}

function kindOfOther(path: string, extension: string): FileKind {
  if (extension === 'sql' && DATA_FOLDER.test(path)) return 'data';
  if (CODE.has(extension)) return kindOfCode(path);
  if (STYLE.has(extension)) return 'style';
  if (CONFIG_NAME.test(path)) return 'config';
  if (DATA.has(extension) || DATA_FOLDER.test(path)) return 'data';
  if (CONFIG.has(extension)) return 'config';
  return extension === '' && /(?:^|\/)(?:bin|scripts|hooks|\.husky)\/[^/]+$/.test(path) ? 'code' : 'other';
}

function kindOfCode(path: string): FileKind {
  if (TEST_FOLDER.test(path) || TEST_NAME.test(path)) return 'test';
  if (CONFIG_NAME.test(path)) return 'config';
  return /^docs?\/.*\.html?$/.test(path) ? 'doc' : 'code';
}
