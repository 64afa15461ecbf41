// A file of a decision directory: one record, named, numbered or dated.
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import type { Document } from '../types.ts';
import { createEntry, type Entry, type Source, sourceOf } from './entry.ts';
import { type Identity, meansId, parseIdentity, stripMarks } from './identity.ts';
import { roleOf } from './labels.ts';
import { type Part, readParts } from './parts.ts';
import { baseName } from './paths.ts';

export function readRecord(document: Document): Entry {
  const { path, text } = document;
  const source = sourceOf(document);
  const lines = scanBlocks(text);
  const front = lines.filter((line) => line.kind === 'front').flatMap(frontField);
  const titleAt = lines.findIndex((line) => line.kind === 'heading' && line.level === 1);
  const heading = lines[titleAt]?.content ?? front.find(({ label }) => label === 'title')?.text ?? '';
  const identity = recordIdentity(source, heading);
  const body = lines.filter((line, index) => line.kind !== 'front' && index !== titleAt);
  const title = stripMarks(heading) || baseName(path);
  return createEntry({
    kind: 'record',
    ...source,
    line: titleAt < 0 ? 1 : titleAt + 1,
    to: lines.length,
    identity,
    heading,
    title,
    parts: [...front, ...readParts(body)],
  });
}

// `status: accepted` of a YAML front matter.
function frontField(line: BlockLine): Part[] {
  const [, label = '', value = ''] = /^([\w-]+):\s*(.*)$/s.exec(line.text) ?? [];
  const text = value.replace(/^["'[]|["'\]]$/g, '').trim();
  return label === '' || text === ''
    ? []
    : [
        {
          label: label.toLowerCase(),
          role: roleOf(label.replace(/[-_]/g, ' ')) ?? 'meta',
          text,
          isNested: false,
        },
      ];
}

// The heading's number where it agrees with the file's: `# Next.js 15` in `006-frontend.md` is decision 006.
function recordIdentity({ path, dating }: Source, heading: string): Identity | null {
  const named = parseIdentity(
    baseName(path)
      .replace(/^([a-z]+)[-_](?=\d)/i, '$1-')
      .replace(/(\d)[-_]/, '$1: '),
  );
  const titled = parseIdentity(heading, dating);
  if (named === null || named.id === null) return titled;
  if (titled?.id != null && (meansId(titled.id, named.id) || meansId(named.id, titled.id)))
    return { ...titled, id: titled.prefix === '' ? named.id : titled.id };
  return { ...named, title: stripMarks(heading) };
}
