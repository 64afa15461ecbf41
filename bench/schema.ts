// Generates docs/handoff.schema.json and the table in docs/configuration.md from the schema that checks
// configs.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { configSchema } from '../src/core/config/schema.ts';
import { RULES } from '../src/core/signals/index.ts';

const schemaFile = new URL('../docs/handoff.schema.json', import.meta.url);
const tableFile = new URL('../docs/configuration.md', import.meta.url);

type Node = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly [key: string]: unknown;
};

/** What an editor is told: the schema of a file, with our own checks left to the tool. */
export const generateSchema = (): string =>
  `${JSON.stringify({ title: 'handoff.config.json', ...toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' }) }, null, 2)}\n`;

/** docs/configuration.md with its tables made anew. */
export function generateDocument(text: string): string {
  const keys = rowsOf(JSON.parse(generateSchema()) as Node, [], DEFAULTS);
  const rules = RULES.map(
    ({ name, wires, looksFor }) => `| \`${name}\` | ${wires.length > 0 ? 'at once' : ''} | ${looksFor} |`,
  );
  const tables = [
    ['keys', '| key | default | what it is |', '| --- | --- | --- |', ...keys],
    ['rules', '| rule | recorded | looks for |', '| --- | --- | --- |', ...rules],
  ] as const;
  return tables.reduce((made, [name, ...rows]) => {
    const place = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- end of ${name} -->)`);
    return made.replace(place, (_, from, to) => `${from}\n${rows.join('\n')}\n${to}`);
  }, text);
}

function rowsOf(node: Node, path: readonly string[], value: unknown): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const own = (value as Record<string, unknown> | undefined)?.[key];
    if (key === '$schema') return [];
    if (child.properties !== undefined && key !== 'signals') return rowsOf(child, [...path, key], own);
    return [
      `| \`${[...path, key].join('.')}\` | ${cell(own)} | ${child.description ?? EXPLAINED[path.join('.')]?.(key) ?? ''} |`,
    ];
  });
}

const EXPLAINED: Readonly<Record<string, (key: string) => string>> = {
  gate: () => "globs of the project's own architecture files, for the rule `paths`",
  documents: (key) => `globs of the documents of the kind "${key}", the preferred one first`,
  'gate.rules': (key) => `\`block\`, \`warn\` or \`off\`: the rule ${key}`,
};

const cell = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((item) => `\`${item}\``).join(', ') || 'none'
    : `\`${JSON.stringify(value)}\``;

export const readDocument = (): string => readFileSync(tableFile, 'utf8');
export const readSchema = (): string => readFileSync(schemaFile, 'utf8');

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  writeFileSync(schemaFile, generateSchema());
  writeFileSync(tableFile, generateDocument(readDocument()));
  console.log(`written: ${fileURLToPath(schemaFile)}, ${fileURLToPath(tableFile)}`);
}
