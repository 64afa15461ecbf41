// What a path is, by its name alone: what a person sees who scrolls through a commit's file list.
import { isManifest } from '../manifests.ts';
import { memoize } from '../memo.ts';

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
  liquid twig jinja j2 sh bash zsh fish ps1 psm1 bat cmd sql gd tscn gdshader glsl hlsl wgsl vert frag shader sol move asm s
  f90 f95 pas ino v sv vhd ipynb rmd qmd lisp scm rkt el vim nix coffee razor cshtml blade xaml`);
const STYLE = words('css scss sass less styl pcss');
export const DOC = words('md mdx markdown rst adoc asciidoc txt org tex bib docx odt rtf');
export const DATA = words(`
  json jsonl ndjson csv tsv parquet feather arrow xml geojson sqlite sqlite3 db log dump npz npy pkl pickle h5 hdf5 xlsx
  xls po pot arb strings resx properties tres unity prefab pbxproj storyboard xib meta mat anim rdf ttl ics dat`);
export const ASSET = words(`
  png jpg jpeg gif webp avif bmp ico icns svg psd ai fig sketch ttf otf woff woff2 eot mp3 wav ogg flac m4a mp4 webm mov
  avi pdf eps zip gz tgz bz2 xz 7z rar tar jar war apk aab ipa dmg msi exe dll so dylib a lib o obj wasm bin iso glb gltf
  fbx blend onnx pt pth safetensors gguf class pyc`);
const CONFIG = words('toml yaml yml ini cfg conf env plist editorconfig json5 jsonc kdl pro');

// Directories that say what is in them, in lower case.
export const VENDORED = words(`
  node_modules vendor vendors third_party third-party external externals extern _externals vendored
  _vendor _vendored bower_components pods site-packages venv .venv`);
export const GENERATED = words(`
  dist build out target coverage generated __generated__ __snapshots__ __pycache__ .next .nuxt .svelte-kit .turbo
  .hypothesis .pytest_cache .gradle deriveddata storybook-static`);
export const TESTS = words(
  'test tests __tests__ __mocks__ e2e cypress testing testdata fixture fixtures mocks benches',
);
const DATA_FOLDERS = words(`
  data dataset datasets log logs locale locales i18n translations lang result results output outputs backup backups
  sample samples seed seeds content .dvc`);
// Prompts, skills and commands are what a coding agent runs: they are code that happens to be prose.
export const AGENTS = words('skills commands agents subagents prompts personas roles .agents');
export const PLANS = words(`
  plan plans spec specs rfc rfcs proposal proposals design designs adr adrs decisions architecture .planning prd prds`);
const MIGRATIONS = words('migrations migrate migration versions changelog');

// Names, without their directories.
const LOCK =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|bun\.lockb|go\.sum|go\.work\.sum|gradle\.lockfile|packages\.lock\.json|\.terraform\.lock\.hcl|.{1,100}\.lock)$/;
const COPIED = /^(?:jquery|bootstrap|lodash|three|d3|font-?awesome|chart|moment)[\d.-]{0,12}\.(?:js|css)$/;
const MADE =
  /\.(?:min\.(?:js|css|mjs)|bundle\.js|map|snap|tsbuildinfo|g\.dart|freezed\.dart|designer\.cs|pb\.(?:go|cc|h))$|_pb2(?:_grpc)?\.pyi?$|[._](?:gen|generated)\.[a-z]{1,5}$|^(?:next-env\.d|database\.types)\.ts$/;
const CI =
  /^(?:\.gitlab-ci\.yml|\.travis\.yml|Jenkinsfile|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|\.pre-commit-config\.yaml|dependabot\.yml|renovate\.json5?|codecov\.yml)$/;
export const CI_FOLDER = /^(?:\.github\/(?:workflows|actions)|\.circleci|\.gitlab|\.buildkite)\//;
const SCHEMA =
  /\.(?:prisma|proto|graphqls?|gql|avsc|avdl|thrift|capnp|fbs|dbml|wsdl|xsd|smithy|raml|rules)$|^(?:schema|structure|init|tables)\.(?:sql|rb)$|^(?:openapi|swagger|asyncapi)[\w.-]{0,20}\.(?:ya?ml|json)$|\.schema\.(?:json|sql)$/;
const SCHEMA_CODE = /schema[\w.-]{0,20}\.(?:ts|js|py|go|rb|sql)$|^schema\.(?:ts|js|py)$/;
const DEPLOYMENT =
  /^(?:.{0,40}Dockerfile.{0,40}|Containerfile.{0,40}|(?:docker-)?compose.{0,40}\.ya?ml|(?:fly|netlify|wrangler|railway)\.toml|(?:vercel|railway|cdk|firebase|now)\.json|(?:render|app|serverless|template|Pulumi|skaffold|cloudbuild|Chart)\.ya?ml|wrangler\.jsonc?|Procfile|Vagrantfile|Caddyfile|nginx.{0,40}\.conf|ecosystem\.config\.c?js|.{1,60}\.(?:service|timer|tf|tfvars|bicep|nomad))$/;
const DEPLOYMENT_FOLDERS = words('k8s kubernetes helm charts terraform ansible pulumi cloudformation');
/** Pieces of a path in lower case that only a test's name has. */
export const TEST_MARKS: readonly string[] = [
  ...['test', 'tests'].flatMap((word) => [`/${word}_`, `/${word}-`]),
  ...['test', 'tests', 'spec', 'e2e', 'stories', 'cy'].flatMap((word) => [
    `.${word}.`,
    `_${word}.`,
    `-${word}.`,
  ]),
  '/conftest.py',
];
const TEST_NAME =
  /^tests?[_-].{1,100}\.\w{1,5}$|^conftest\.py$|[._-](?:tests?|spec|e2e|stories|cy)\.\w{1,5}$|[a-z0-9](?:Tests?|Spec|IT)\.(?:java|kt|cs|swift|scala|php)$/;
export const PLAN_WORDS: readonly string[] =
  'plan spec rfc prd design proposal requirements architecture blueprint methodology decision roadmap'.split(
    ' ',
  );
const PLAN_NAME = new RegExp(`(?:^|[_.-])(?:${PLAN_WORDS.join('|')})s?(?=[_.-])`, 'i');
const CONFIG_NAME =
  /^(?:\..{1,60}|.{1,60}\.config\.\w{1,4}|tsconfig.{0,40}\.json|Makefile|CMakeLists\.txt|justfile|Taskfile\.ya?ml|settings\.json|config\.json|mcp\.json|components\.json|manifest\.json|app\.json|turbo\.json|nx\.json|biome\.jsonc?|tasks\.json|launch\.json|CODEOWNERS)$/;

type Place = {
  readonly path: string;
  readonly name: string;
  readonly extension: string;
  readonly directories: readonly string[];
};

/** A path is relative to the top level, with slashes. */
export const kindOf = memoize((path: string): FileKind => {
  const directories = path.split('/');
  const name = directories.pop() ?? '';
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const place = {
    path,
    name,
    extension: extension === name.toLowerCase() ? '' : extension,
    directories: directories.map((directory) => directory.toLowerCase()),
  };
  return (
    kindOfMade(place) ??
    kindOfSetup(place) ??
    (DOC.has(extension) ? kindOfDocument(place) : kindOfOther(place))
  );
});

const isIn = ({ directories }: Place, names: ReadonlySet<string>): boolean =>
  directories.some((directory) => names.has(directory));

/** What nobody wrote in this project. */
function kindOfMade(place: Place): FileKind | null {
  if (LOCK.test(place.name)) return 'lock';
  if (isIn(place, VENDORED) || COPIED.test(place.name)) return 'vendored';
  if (isIn(place, GENERATED) || MADE.test(place.name)) return 'generated';
  return ASSET.has(place.extension) ? 'asset' : null;
}

/** What the system stands on and runs in. */
function kindOfSetup(place: Place): FileKind | null {
  if (CI.test(place.name) || CI_FOLDER.test(place.path)) return 'ci';
  if (isManifest(place.name)) return 'manifest';
  if (DOC.has(place.extension)) return null;
  if (isSchema(place)) return 'schema';
  const isDeployed =
    DEPLOYMENT.test(place.name) || (isIn(place, DEPLOYMENT_FOLDERS) && !CODE.has(place.extension));
  return isDeployed ? 'deployment' : null;
}

const DATABASE = words('db database sql drizzle storage alembic');

function isSchema(place: Place): boolean {
  // Below `.claude/` and the like are the schemas of somebody's tools.
  if (isIn(place, TESTS) || place.directories.some((directory) => directory.startsWith('.'))) return false;
  if (SCHEMA.test(place.name)) return true;
  if (!CODE.has(place.extension)) return false;
  if (place.directories.includes('migrations')) return true;
  if (!isIn(place, DATABASE)) return /^schema\.\w+$/.test(place.name);
  return isIn(place, MIGRATIONS) || place.directories.includes('schema') || SCHEMA_CODE.test(place.name);
}

function kindOfDocument(place: Place): FileKind {
  if (isIn(place, AGENTS)) return 'agent';
  if (isIn(place, DATA_FOLDERS) || isIn(place, TESTS)) return place.extension === 'txt' ? 'data' : 'doc';
  return isIn(place, PLANS) || PLAN_NAME.test(place.name) ? 'plan' : 'doc';
}

function kindOfOther(place: Place): FileKind {
  const { extension, name } = place;
  if (extension === 'sql' && isIn(place, DATA_FOLDERS)) return 'data';
  if (CODE.has(extension)) return kindOfCode(place);
  if (STYLE.has(extension)) return 'style';
  if (CONFIG_NAME.test(name)) return 'config';
  if (DATA.has(extension) || isIn(place, DATA_FOLDERS)) return 'data';
  if (CONFIG.has(extension)) return 'config';
  return extension === '' && isIn(place, SCRIPTS) ? 'code' : 'other';
}

const SCRIPTS = words('bin scripts hooks .husky');

function kindOfCode(place: Place): FileKind {
  const isSpec = place.extension === 'rb' && place.directories.includes('spec');
  if (isSpec || isIn(place, TESTS) || TEST_NAME.test(place.name)) return 'test';
  if (CONFIG_NAME.test(place.name)) return 'config';
  return /^html?$/.test(place.extension) && /^docs?\//.test(place.path) ? 'doc' : 'code';
}
