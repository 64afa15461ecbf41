// Whether a message may claim anything: it has a word of one of the forms, the name of a label, or a unit.
import { once } from '../memo.ts';
import type { Message } from '../types.ts';
import { everywhere } from '../words/index.ts';
import type { Key } from '../words/lexicon.ts';
import { isTripped, tripsOf } from '../words/trips.ts';
import { LABEL_NAMES } from './labels.ts';
import { SAYING } from './phrases.ts';

const trips = once(() =>
  tripsOf(
    [
      ...everywhere(({ units }) => Object.values(units).join('|')),
      ...SAYING.flatMap((key: Key) => everywhere(({ clauses }) => clauses[key])),
    ],
    LABEL_NAMES(),
  ),
);

// `M3`, `H2 falsified`
const NUMBERED = /\bM\d|(?<!\w)[hH]\d/;

const mayHold = (text: string): boolean => text !== '' && (isTripped(trips(), text) || NUMBERED.test(text));

/** Never false of a message that claims something. */
export const mayClaim = ({ subject, body, trailers, parts }: Message): boolean =>
  parts !== undefined ||
  mayHold(subject) ||
  mayHold(body) ||
  trailers.some(({ key, value }) => mayHold(`${key}: ${value}`));
