// What a context file notes as rejected: `Rejected: a cache by harbour — one harbour changes`, as a decision
// against it.
import { labelOf } from '../claims/labels.ts';
import { readContext } from '../context/context.ts';
import { withoutIds } from '../head/same.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import type { Decision, Document } from '../types.ts';

/** Points of what not to do, in the order of the file, that name an approach and say that it was rejected. */
export function notedRejections({ path, text }: Document): Decision[] {
  const places = readContext(text).places.filter(({ role }) => role === 'doNot' || role === 'gotchas');
  return places
    .flatMap(({ items }) => items)
    .flatMap((item): Decision[] => {
      const label = labelOf(oneLine(plainText(withoutIds(item.text))));
      if (label?.kind !== 'rejected' || label.value === '') return [];
      const [title = '', ...reasons] = label.value.split(/ [—|] /);
      return [
        {
          id: null,
          title,
          date: null,
          chosen: null,
          rationale: reasons.join(' — ') || null,
          status: 'rejected',
          supersedes: [],
          supersededBy: null,
          rejected: title,
          replaced: null,
          text: label.value,
          affects: [],
          path,
          line: item.line,
        },
      ];
    });
}
