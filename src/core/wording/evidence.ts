// What a rule found, in words for `why`.
import type { Evidence } from '../types.ts';
import { namePath, seal } from './quote.ts';

const LONGEST_QUOTE = 80;

type Describe = {
  readonly [Kind in Evidence['kind']]: (evidence: Extract<Evidence, { kind: Kind }>) => string;
};

const DESCRIBE: Describe = {
  trailer: ({ key, value }) => `trailer ${quoted(`${key}: ${value}`)}`,
  quote: ({ text, isCut: [before, after] = [false, false] }) =>
    quoted(`${before ? '…' : ''}${text}${after ? '…' : ''}`),
  files: ({ count, path, plus, minus }) =>
    `${count === 1 ? '' : `${count} files, such as `}${namePath(path)} (+${plus} -${minus})`,
  ticked: ({ path, title }) => `${namePath(path)}: every box of ${quoted(title)} is ticked`,
  dependencies: ({ names, isNamed }) =>
    `adds ${names.slice(0, 3).join(', ')}${isNamed ? ', which the message names' : ''}`,
  feature: ({ type, subject, lines }) =>
    `${type === null ? quoted(subject) : `type ${type}`}, ${lines} lines that do something`,
  breaking: () => 'a breaking change',
  explained: ({ characters }) => `a body of ${characters} characters`,
  measured: ({ parts }) => parts.map(({ name, value }) => `${name} ${value}`).join(', '),
  gate: ({ files, reason }) =>
    `${files.map(namePath).join(', ')}${reason === null ? '' : `; decided: ${reason}`}`,
};

export const describeEvidence = <Kind extends Evidence['kind']>(
  evidence: Extract<Evidence, { kind: Kind }>,
): string => (DESCRIBE[evidence.kind as Kind] as Describe[Kind])(evidence);

const quoted = (text: string): string => `"${seal(text.slice(0, LONGEST_QUOTE + 2).replace(/\s+/g, ' '))}"`;
