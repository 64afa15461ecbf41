// A project's settings: what its config file says over the defaults. Config is data; nothing in it is ever
// executed.
import { cannotRun } from '../problem.ts';
import { type Config, DEFAULTS } from './defaults.ts';
import type { ConfigFile } from './schema.ts';

/** Where settings may stand, the first that has any wins. */
export const CONFIG_FILES = ['handoff.config.json', 'package.json'] as const;

/** Text of each of CONFIG_FILES, in that order; null: not there. */
export type ConfigTexts = readonly [own: string | null, manifest: string | null];

type Fault = { readonly place: string; readonly what: string };

/** Settings with all defaults filled in. Throws Problem (3) that lists every fault with its place. */
export async function readConfig([own, manifest]: ConfigTexts): Promise<Config> {
  if (own !== null) return checkConfig(parseJson(own, CONFIG_FILES[0]), CONFIG_FILES[0]);
  // A manifest that is not ours to check, or has nothing for us, is no fault of the user's.
  if (!manifest?.includes('"handoff"')) return DEFAULTS;
  const parsed = parseJson(manifest, CONFIG_FILES[1]);
  const settings =
    typeof parsed === 'object' && parsed !== null && 'handoff' in parsed ? parsed.handoff : undefined;
  return settings === undefined ? DEFAULTS : checkConfig(settings, `${CONFIG_FILES[1]}: handoff`);
}

/** The file that `readConfig` takes the settings from; null: none has any. */
export function settingsFileOf([own, manifest]: ConfigTexts): string | null {
  if (own !== null) return CONFIG_FILES[0];
  return manifest?.includes('"handoff"') ? CONFIG_FILES[1] : null;
}

// UTF-16 that was read as UTF-8: its byte order mark, and a zero beside each letter.
const OTHER_ENCODING = /^\ufffd|\0/;

function parseJson(text: string, path: string): unknown {
  if (OTHER_ENCODING.test(text)) throw malformed([{ place: path, what: 'not UTF-8 text; save it as UTF-8' }]);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw malformed([describeSyntax(path, text, (error as Error).message)]);
  }
}

// `Expected ',' or '}' after property value in JSON at position 35`, of Node 22 with `(line 3 column 2)`
// behind it.
function describeSyntax(path: string, text: string, said: string): Fault {
  const [tail = '', at] = /(?: in JSON)? at position (\d+).*$/s.exec(said) ?? [];
  const isCut = /end of JSON/i.test(said);
  if (at === undefined && !isCut) return { place: path, what: said };
  const before = text
    .replace(/^\uFEFF/, '')
    .slice(0, isCut ? undefined : Number(at))
    .split('\n');
  const place = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  return { place, what: said.slice(0, said.length - tail.length) };
}

async function checkConfig(settings: unknown, path: string): Promise<Config> {
  const { parseConfigFile } = await import('./schema.ts');
  const parsed = parseConfigFile(settings);
  if (!Array.isArray(parsed)) return overDefaults(parsed as ConfigFile);
  throw malformed(parsed.map(({ key, what }) => ({ place: `${path}: ${key}`, what })));
}

const malformed = (faults: readonly Fault[]) =>
  cannotRun({
    what:
      faults.length === 1 ? 'the configuration has a fault' : `the configuration has ${faults.length} faults`,
    why: faults.map(({ place, what }) => `${place}: ${what}`),
    fix: 'fix these keys; docs/configuration.md of the handoff-hooks package lists all of them',
    skip: 'HANDOFF=0 turns the hooks off for one command',
  });

function overDefaults(file: ConfigFile): Config {
  return {
    documents: { ...DEFAULTS.documents, ...defined(file.documents) },
    signals: file.signals ?? DEFAULTS.signals,
    debt: { ...DEFAULTS.debt, ...defined(file.debt) },
    draft: { ...DEFAULTS.draft, ...defined(file.draft) },
    ask: { ...DEFAULTS.ask, ...defined(file.ask) },
    gate: {
      ...DEFAULTS.gate,
      ...defined(file.gate),
      rules: { ...DEFAULTS.gate.rules, ...defined(file.gate?.rules) },
    },
    brief: { ...DEFAULTS.brief, ...defined(file.brief) },
  };
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

const defined = <Value extends object>(value: Value | undefined): Partial<Defined<Value>> =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, item]) => item !== undefined)) as Partial<
    Defined<Value>
  >;
